-- The second way to ONTRAPORT: its documented API, with an App ID and a key.
ALTER TABLE connection
  ADD COLUMN way text NOT NULL DEFAULT 'receiver',
  ADD COLUMN app_id_sealed text,
  ADD COLUMN app_key_sealed text;

-- By that way one attempt is several calls; null where an attempt is one call.
ALTER TABLE attempt ADD COLUMN calls jsonb;

-- What was found or made at ONTRAPORT, so that a message that was cut off goes on where it was.
CREATE TABLE ontraport_record (
  merchant_id text NOT NULL,
  account     text NOT NULL,
  kind        text NOT NULL,
  reference   text NOT NULL,
  record_id   text NOT NULL,
  noted_at    timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (merchant_id, account, kind, reference)
);

-- One row an account: until when its calls are given out.
CREATE TABLE ontraport_turn (
  account     text NOT NULL PRIMARY KEY,
  taken_until timestamptz(3) NOT NULL
);
