-- Affiliates that an order named: known by their number, told of or not.
CREATE TABLE affiliate_seen (
  merchant_id   text NOT NULL REFERENCES merchant (id),
  affiliate_id  bigint NOT NULL,
  order_id      text NOT NULL,
  first_seen_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (merchant_id, affiliate_id)
);

-- By which door a body came in.
ALTER TABLE delivery ADD COLUMN source text NOT NULL DEFAULT 'webhook';
