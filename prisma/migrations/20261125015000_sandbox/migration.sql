-- What the receiver inside the product answers while a connection is in its sandbox.
ALTER TABLE connection ADD COLUMN sandbox_answer text NOT NULL DEFAULT 'accept';

ALTER TABLE transmission ADD COLUMN is_sandbox boolean NOT NULL DEFAULT false;
-- What the sandbox received, newest first.
CREATE INDEX transmission_sandbox_idx ON transmission (merchant_id, id DESC) WHERE is_sandbox;
-- What is still open when the sandbox is left: small however long it was used.
CREATE INDEX transmission_sandbox_open_idx ON transmission (merchant_id)
  WHERE is_sandbox AND status IN ('held', 'queued', 'retrying', 'unconfirmed');
