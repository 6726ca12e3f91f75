CREATE TABLE log_view (
  id          uuid PRIMARY KEY,
  merchant_id text NOT NULL REFERENCES merchant (id),
  name        text NOT NULL,
  query       text NOT NULL,
  is_team     boolean NOT NULL,
  owner       text NOT NULL,
  created_at  timestamptz(3) NOT NULL DEFAULT now(),
  deleted_at  timestamptz(3)
);
CREATE INDEX log_view_merchant_id_idx ON log_view (merchant_id);
