-- The ERP's side. One sequence per ERP connection: readings take their number before the ERP is asked, orders theirs once the ERP showed them.
CREATE TABLE stock_ticket (
  connection text NOT NULL PRIMARY KEY,
  value bigint NOT NULL
);

-- Storefront orders that the ERP holds. counts: 1 while the ERP's figures have them deducted.
CREATE TABLE stock_erp_order (
  connection text NOT NULL,
  pair text NOT NULL,
  order_id text NOT NULL,
  lines text NOT NULL,
  status text NOT NULL,
  counts integer NOT NULL,
  PRIMARY KEY (connection, pair, order_id)
);

-- How far the reading of everything is. after_key: where the next page begins. began_at: by the ERP's clock, of the first round that ended.
CREATE TABLE stock_listing (
  connection text NOT NULL PRIMARY KEY,
  after_key text NOT NULL,
  began_at bigint NOT NULL,
  first_began bigint NOT NULL,
  ended_at bigint NOT NULL,
  pairs text NOT NULL
);

-- The storefront's side; scope is the pair that writes. places: warehouse → quantity, as JSON. written: what the shop was last seen or set to, if
-- nothing can have moved it since. recheck_at: to be read once more by then, whatever was answered.
CREATE TABLE stock_level (
  scope text NOT NULL,
  sku text NOT NULL,
  places text NOT NULL,
  item_class text,
  ticket bigint NOT NULL,
  stamp bigint NOT NULL,
  read_at bigint NOT NULL,
  written bigint,
  observed bigint,
  state text NOT NULL,
  dirty bigint NOT NULL,
  forced integer NOT NULL,
  due_at bigint NOT NULL,
  recheck_at bigint NOT NULL,
  marks bigint NOT NULL,
  writes bigint NOT NULL,
  PRIMARY KEY (scope, sku)
);
CREATE INDEX stock_level_due ON stock_level (scope, due_at) WHERE dirty > 0;

-- Orders of all shops of the ERP. ignored: 1 for orders from before the pair's time, which the ERP knows by other ways.
CREATE TABLE stock_order (
  scope text NOT NULL,
  pair text NOT NULL,
  order_id text NOT NULL,
  sequence bigint NOT NULL,
  ignored integer NOT NULL,
  changed_at bigint NOT NULL,
  PRIMARY KEY (scope, pair, order_id)
);

-- Pieces in millionths. counted: of them, what readings with a ticket above counted_at contain; 0 for none.
CREATE TABLE stock_reservation (
  scope text NOT NULL,
  pair text NOT NULL,
  order_id text NOT NULL,
  sku text NOT NULL,
  quantity bigint NOT NULL,
  counted bigint NOT NULL,
  counted_at bigint NOT NULL,
  PRIMARY KEY (scope, pair, order_id, sku)
);
CREATE INDEX stock_reservation_sku ON stock_reservation (scope, sku);

-- What targets were reckoned by: when it changes, every level is reckoned anew.
CREATE TABLE stock_settings (
  scope text NOT NULL PRIMARY KEY,
  stamp text NOT NULL
);
