-- What is known of the returns of an order, from both sides; no personal data.
CREATE TABLE order_returns (
  pair text NOT NULL,
  order_id text NOT NULL,
  content text NOT NULL,
  PRIMARY KEY (pair, order_id)
);
