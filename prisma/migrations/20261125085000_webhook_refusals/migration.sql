-- Calls of the webhook with a wrong user name or password: counted since the last that was right, not kept one by one.
CREATE TABLE webhook_refusal (
  merchant_id      text NOT NULL PRIMARY KEY REFERENCES merchant (id),
  refused_count    integer NOT NULL,
  first_refused_at timestamptz(3) NOT NULL,
  last_refused_at  timestamptz(3) NOT NULL
);
