-- The ONTRAPORT host of each look of the store. `key` is a theme's code, a StoreFront's host, or `default`.
CREATE TABLE theme (
  merchant_id    text NOT NULL REFERENCES merchant (id),
  key            text NOT NULL,
  ontraport_host text NOT NULL,
  updated_at     timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (merchant_id, key)
);

-- One row a receipt: its key is what lets one call through and no second.
CREATE TABLE pixel_call (
  merchant_id     text NOT NULL,
  order_id        text NOT NULL,
  theme           text NOT NULL,
  -- What the caller brought, and whether it was the buyer's.
  email           text,
  is_proven       boolean NOT NULL,
  redirected_at   timestamptz(3),
  transmission_id uuid NOT NULL,
  created_at      timestamptz(3) NOT NULL,
  PRIMARY KEY (merchant_id, order_id, theme)
);

-- A pixel has no store event: it is known by its address alone.
ALTER TABLE transmission_body ALTER COLUMN event DROP NOT NULL;
