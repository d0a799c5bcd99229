-- given_back: how often orders of the pair's own shop gave pieces of the SKU back. A level that stands as it was read may have gone up by one order and
-- down by another meanwhile; what was given back since that reading is not offered again before the level is read anew.
ALTER TABLE stock_level ADD COLUMN given_back bigint NOT NULL DEFAULT 0;
