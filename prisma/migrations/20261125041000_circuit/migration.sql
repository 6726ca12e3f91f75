-- How a merchant's way to one destination is doing; no row means that all is well.
CREATE TABLE circuit (
  merchant_id   text NOT NULL REFERENCES merchant (id),
  destination   text NOT NULL,
  state         text NOT NULL DEFAULT 'closed',
  failure_count integer NOT NULL DEFAULT 0,
  failing_since timestamptz(3),
  cooldown_step integer NOT NULL DEFAULT 0,
  -- Of the next probe, or of the next portion of what piled up.
  next_at       timestamptz(3),
  probe_id      uuid,
  probe_until   timestamptz(3),
  reset_at      timestamptz(3),
  PRIMARY KEY (merchant_id, destination)
);

-- What waits for its portion: small however large the log grows.
CREATE INDEX transmission_backlog_idx ON transmission (merchant_id, id)
  WHERE status = 'queued' AND reason_code = 'backlog';
