CREATE TABLE merchant (
  id         text PRIMARY KEY,
  name       text NOT NULL,
  time_zone  text NOT NULL DEFAULT 'America/New_York',
  created_at timestamptz(3) NOT NULL DEFAULT now()
);

CREATE TABLE connection (
  merchant_id                      text PRIMARY KEY REFERENCES merchant (id),
  method                           text NOT NULL DEFAULT 'api',
  is_sandbox                       boolean NOT NULL DEFAULT false,
  api_key_sealed                   text,
  webhook_user                     text NOT NULL,
  webhook_password_sealed          text NOT NULL,
  previous_webhook_password_sealed text,
  previous_webhook_password_until  timestamptz(3),
  paused_at                        timestamptz(3),
  pause_reason                     text,
  rules                            jsonb NOT NULL DEFAULT '{}',
  updated_at                       timestamptz(3) NOT NULL DEFAULT now()
);

CREATE TABLE item (
  merchant_id           text NOT NULL REFERENCES merchant (id),
  item_id               text NOT NULL,
  description           text NOT NULL DEFAULT '',
  oap_product_id        text NOT NULL DEFAULT '',
  is_inactive           boolean NOT NULL DEFAULT false,
  is_kit                boolean NOT NULL DEFAULT false,
  is_kit_component_only boolean NOT NULL DEFAULT false,
  is_deleted            boolean NOT NULL DEFAULT false,
  price_minor           bigint,
  currency              text NOT NULL DEFAULT 'USD',
  modified_at           timestamptz(3),
  first_sold_at         timestamptz(3),
  updated_at            timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (merchant_id, item_id)
);

CREATE TABLE product_mapping (
  merchant_id  text NOT NULL REFERENCES merchant (id),
  item_id      text NOT NULL,
  product_name text NOT NULL,
  updated_at   timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (merchant_id, item_id)
);

CREATE TABLE user_account (
  id              uuid PRIMARY KEY,
  email           text NOT NULL UNIQUE,
  password_hash   text NOT NULL,
  session_version integer NOT NULL DEFAULT 1,
  created_at      timestamptz(3) NOT NULL DEFAULT now()
);

CREATE TABLE membership (
  user_id     uuid NOT NULL REFERENCES user_account (id) ON DELETE CASCADE,
  merchant_id text NOT NULL REFERENCES merchant (id),
  role        text NOT NULL,
  created_at  timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (user_id, merchant_id)
);
CREATE INDEX membership_merchant_id_idx ON membership (merchant_id);

CREATE TABLE api_token (
  id           uuid PRIMARY KEY,
  merchant_id  text NOT NULL REFERENCES merchant (id),
  name         text NOT NULL,
  token_hash   text NOT NULL UNIQUE,
  hint         text NOT NULL,
  created_at   timestamptz(3) NOT NULL DEFAULT now(),
  last_used_at timestamptz(3),
  revoked_at   timestamptz(3)
);
CREATE INDEX api_token_merchant_id_idx ON api_token (merchant_id);

CREATE TABLE setup_link (
  token_hash text PRIMARY KEY,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  used_at    timestamptz(3)
);

-- The tables below grow with the traffic. They are partitioned by month on their
-- time-ordered ids (UUID version 7), so that old months can be dropped whole.
-- ensure_partitions makes the months; the default partition catches the rest.

CREATE TABLE delivery (
  id              uuid NOT NULL PRIMARY KEY,
  merchant_id     text NOT NULL,
  received_at     timestamptz(3) NOT NULL,
  accepted_count  integer NOT NULL DEFAULT 0,
  unchanged_count integer NOT NULL DEFAULT 0,
  ignored_count   integer NOT NULL DEFAULT 0,
  error           text,
  content_type    text NOT NULL DEFAULT '',
  body_bytes      integer NOT NULL,
  body            bytea NOT NULL
) PARTITION BY RANGE (id);
CREATE INDEX delivery_merchant_id_received_at_idx ON delivery (merchant_id, received_at);
ALTER TABLE delivery ALTER COLUMN body SET STORAGE EXTERNAL;

CREATE TABLE stream (
  merchant_id   text NOT NULL,
  kind          text NOT NULL,
  reference     text NOT NULL,
  known         jsonb NOT NULL DEFAULT '{}',
  updated_at    timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (merchant_id, kind, reference)
);

CREATE TABLE transmission (
  id              uuid NOT NULL PRIMARY KEY,
  merchant_id     text NOT NULL,
  type            text NOT NULL,
  status          text NOT NULL,
  reason_code     text,
  reason          text,
  description     text NOT NULL,
  stream_kind     text NOT NULL,
  reference       text NOT NULL,
  position        integer NOT NULL,
  email           text,
  amount_minor    bigint,
  currency        text,
  response_code   integer,
  attempt_count   integer NOT NULL DEFAULT 0,
  schedule_step   integer NOT NULL DEFAULT 0,
  next_trigger    text NOT NULL DEFAULT 'auto',
  created_at      timestamptz(3) NOT NULL,
  started_at      timestamptz(3),
  finished_at     timestamptz(3),
  next_attempt_at timestamptz(3),
  delivery_id     uuid
) PARTITION BY RANGE (id);
-- One page of the log, newest first.
CREATE INDEX transmission_merchant_id_id_idx ON transmission (merchant_id, id DESC);
CREATE INDEX transmission_merchant_id_status_id_idx ON transmission (merchant_id, status, id DESC);
-- A stream's rows, for its order and for the search by order id.
CREATE INDEX transmission_stream_idx ON transmission (merchant_id, reference, stream_kind, position);
CREATE INDEX transmission_merchant_id_email_idx ON transmission (merchant_id, lower(email), id DESC) WHERE email IS NOT NULL;
-- What still has to go out: small however large the log grows.
CREATE INDEX transmission_open_idx ON transmission (merchant_id, stream_kind, reference, position)
  WHERE status IN ('queued', 'sending', 'retrying', 'unconfirmed');

CREATE TABLE transmission_body (
  transmission_id uuid NOT NULL PRIMARY KEY,
  event           jsonb NOT NULL,
  request         text,
  dialect         text,
  lines           jsonb
) PARTITION BY RANGE (transmission_id);

CREATE TABLE attempt (
  transmission_id  uuid NOT NULL,
  number           integer NOT NULL,
  trigger          text NOT NULL,
  started_at       timestamptz(3) NOT NULL,
  finished_at      timestamptz(3),
  outcome          text,
  reason           text,
  response_code    integer,
  response_headers jsonb,
  response_body    text,
  is_truncated     boolean NOT NULL DEFAULT false,
  url              text NOT NULL,
  request          text,
  PRIMARY KEY (transmission_id, number)
) PARTITION BY RANGE (transmission_id);

CREATE TABLE resend_click (
  merchant_id     text NOT NULL,
  nonce           text NOT NULL,
  transmission_id uuid NOT NULL,
  created_at      timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (merchant_id, nonce)
);

CREATE TABLE audit_entry (
  id          uuid PRIMARY KEY,
  merchant_id text,
  actor       text NOT NULL,
  action      text NOT NULL,
  details     jsonb NOT NULL DEFAULT '{}',
  created_at  timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX audit_entry_merchant_id_created_at_idx ON audit_entry (merchant_id, created_at);

-- The smallest UUID version 7 of a moment.
CREATE FUNCTION uuid_v7_floor(moment timestamptz) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
  SELECT (lpad(to_hex(floor(extract(epoch FROM moment) * 1000)::bigint), 12, '0') || '00000000000000000000')::uuid
$$;

-- Makes the partitions of the month of `moment` and of the `months_ahead` after it.
CREATE FUNCTION ensure_partitions(moment timestamptz, months_ahead integer) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  parent text;
  month_start timestamp;
  partition_name text;
BEGIN
  FOREACH parent IN ARRAY ARRAY['delivery', 'transmission', 'transmission_body', 'attempt'] LOOP
    FOR offset_months IN 0..months_ahead LOOP
      month_start := date_trunc('month', moment AT TIME ZONE 'UTC') + make_interval(months => offset_months);
      partition_name := parent || '_' || to_char(month_start, 'YYYY_MM');
      IF to_regclass(partition_name) IS NULL THEN
        EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)',
          partition_name, parent,
          uuid_v7_floor(month_start AT TIME ZONE 'UTC'),
          uuid_v7_floor((month_start + interval '1 month') AT TIME ZONE 'UTC'));
      END IF;
    END LOOP;
  END LOOP;
END
$$;

CREATE TABLE delivery_default PARTITION OF delivery DEFAULT;
CREATE TABLE transmission_default PARTITION OF transmission DEFAULT;
CREATE TABLE transmission_body_default PARTITION OF transmission_body DEFAULT;
CREATE TABLE attempt_default PARTITION OF attempt DEFAULT;
