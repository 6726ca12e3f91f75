-- How a person is called, the zone in which they read times (null: the store's), and when they last signed in.
ALTER TABLE user_account
  ADD COLUMN name            text NOT NULL DEFAULT '',
  ADD COLUMN time_zone       text,
  ADD COLUMN last_sign_in_at timestamptz(3);

-- Open invitations only: one that is accepted or withdrawn is gone, and stands in the audit trail.
CREATE TABLE invitation (
  id          uuid PRIMARY KEY,
  merchant_id text NOT NULL REFERENCES merchant (id),
  email       text NOT NULL,
  role        text NOT NULL,
  token_hash  text NOT NULL UNIQUE,
  invited_by  text NOT NULL,
  created_at  timestamptz(3) NOT NULL DEFAULT now(),
  expires_at  timestamptz(3) NOT NULL,
  UNIQUE (merchant_id, email)
);

-- Until now only the command line made tokens.
ALTER TABLE api_token ADD COLUMN made_by text NOT NULL DEFAULT 'operator';
