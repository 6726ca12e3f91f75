-- When a merchant's alerts are looked at next, and its daily digest; no row: it has never had a channel.
CREATE TABLE alert_setting (
  merchant_id   text PRIMARY KEY REFERENCES merchant (id),
  digest_hour   integer NOT NULL DEFAULT 8 CHECK (digest_hour BETWEEN 0 AND 23),
  -- The last day, in the merchant's zone, whose digest is done, such as 2026-11-25.
  digest_day    text,
  next_check_at timestamptz(3) NOT NULL DEFAULT 'epoch'
);

-- Where alerts go: one mail address, or one Slack-style webhook.
CREATE TABLE alert_channel (
  id                 uuid PRIMARY KEY,
  merchant_id        text NOT NULL REFERENCES merchant (id),
  kind               text NOT NULL,
  address            text,
  webhook_url_sealed text,
  webhook_url_hint   text,
  -- What it is told of: of `bad`, `recovery`, `silence`, `digest`.
  tells              jsonb NOT NULL DEFAULT '[]',
  created_at         timestamptz(3) NOT NULL DEFAULT now(),
  tested_at          timestamptz(3),
  CHECK ((kind = 'mail' AND address IS NOT NULL) OR (kind = 'webhook' AND webhook_url_sealed IS NOT NULL))
);
CREATE UNIQUE INDEX alert_channel_address_key ON alert_channel (merchant_id, address);

-- What was last told of each cause.
CREATE TABLE alert_state (
  merchant_id   text NOT NULL REFERENCES merchant (id),
  cause         text NOT NULL,
  is_told       boolean NOT NULL,
  told_up_to    timestamptz(3),
  last_alert_at timestamptz(3),
  PRIMARY KEY (merchant_id, cause)
);

CREATE TABLE alert (
  id          uuid PRIMARY KEY,
  merchant_id text NOT NULL REFERENCES merchant (id),
  topic       text NOT NULL,
  turn        text NOT NULL,
  facts       jsonb NOT NULL,
  created_at  timestamptz(3) NOT NULL
);
CREATE INDEX alert_merchant_id_idx ON alert (merchant_id, id DESC);

-- One message to one channel: written with the alert, sent afterwards.
CREATE TABLE alert_delivery (
  id              uuid PRIMARY KEY,
  alert_id        uuid NOT NULL REFERENCES alert (id) ON DELETE CASCADE,
  channel_id      uuid NOT NULL,
  recipient       text NOT NULL,
  status          text NOT NULL DEFAULT 'waiting',
  attempt_count   integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz(3),
  finished_at     timestamptz(3),
  -- What was answered last, in words.
  answer          text
);
CREATE INDEX alert_delivery_alert_id_idx ON alert_delivery (alert_id);
CREATE INDEX alert_delivery_due_idx ON alert_delivery (next_attempt_at) WHERE status = 'waiting';

-- The room on the disk of each machine that runs the product, as it looked last.
CREATE TABLE storage_reading (
  machine    text PRIMARY KEY,
  level      text NOT NULL,
  free_bytes bigint NOT NULL,
  read_at    timestamptz(3) NOT NULL
);

-- What a person has to look at, newest first: what alerts are made of.
CREATE INDEX transmission_trouble_idx
  ON transmission (merchant_id, status, (coalesce(finished_at, started_at, created_at)) DESC)
  WHERE status IN ('failed', 'unconfirmed') AND NOT is_sandbox;
