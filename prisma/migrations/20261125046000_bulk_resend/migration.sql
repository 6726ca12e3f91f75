-- The latest run that sends many of a merchant's transmissions once more, batch by batch.
CREATE TABLE bulk_resend (
  merchant_id    text PRIMARY KEY REFERENCES merchant (id),
  run_id         uuid NOT NULL,
  state          text NOT NULL,
  mode           text NOT NULL,
  -- Each click of the run is this and the transmission's id: the same nonce twice sends nothing twice.
  nonce          text NOT NULL,
  filter         jsonb NOT NULL,
  started_by     text NOT NULL,
  started_at     timestamptz(3) NOT NULL,
  finished_at    timestamptz(3),
  -- What the run was begun with: to be sent, and left out from the start or since.
  total_count    integer NOT NULL,
  queued_count   integer NOT NULL DEFAULT 0,
  left_out_count integer NOT NULL DEFAULT 0,
  next_place     integer NOT NULL DEFAULT 0,
  next_step_at   timestamptz(3) NOT NULL,
  message        text
);

-- What the latest run is to send, oldest first, and what became of it: queued, or why it was left out.
CREATE TABLE bulk_resend_item (
  run_id          uuid NOT NULL,
  place           integer NOT NULL,
  transmission_id uuid NOT NULL,
  -- As it stood when the run began.
  status          text NOT NULL,
  attempt_count   integer NOT NULL,
  outcome         text,
  PRIMARY KEY (run_id, place)
);
