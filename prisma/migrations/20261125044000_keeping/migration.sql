-- How long a merchant keeps bodies (days) and rows (months); no row means the defaults.
CREATE TABLE retention (
  merchant_id text PRIMARY KEY REFERENCES merchant (id),
  body_days   integer NOT NULL,
  row_months  integer NOT NULL,
  updated_at  timestamptz(3) NOT NULL DEFAULT now()
);

-- When the texts of a transmission were removed, and whether by retention or since a person was erased.
ALTER TABLE transmission
  ADD COLUMN removed_at  timestamptz(3),
  ADD COLUMN removed_why text;
ALTER TABLE delivery ADD COLUMN erased_at timestamptz(3);

-- A restored database does not know what happened between its backup and its restore.
ALTER TABLE connection
  ADD COLUMN restored_from timestamptz(3),
  ADD COLUMN restored_at   timestamptz(3);

-- What one process of all does once a day.
CREATE TABLE daily_run (
  name        text PRIMARY KEY,
  busy_until  timestamptz(3) NOT NULL DEFAULT 'epoch',
  finished_at timestamptz(3)
);

-- A text without one email address, whatever its case, and without the addresses that only contain it.
CREATE FUNCTION without_email(given text, email text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT regexp_replace(given,
    '(?<![[:alnum:]_.+-])' || regexp_replace(email, '([^[:alnum:]@])', '\\\1', 'g') || '(?![[:alnum:]_-]|\.[[:alnum:]])',
    'erased', 'gi')
$$;

-- The audit trail is append-only, for its owner too. The one change that is let
-- through takes one email address out of the details: who did what and when stays.
CREATE FUNCTION keep_audit_entry() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  email text := current_setting('relay.erased_email', true);
BEGIN
  IF TG_OP = 'UPDATE' AND email LIKE '%_@_%'
    AND (NEW.id, NEW.actor, NEW.action, NEW.created_at) = (OLD.id, OLD.actor, OLD.action, OLD.created_at)
    AND NEW.merchant_id IS NOT DISTINCT FROM OLD.merchant_id
    AND NEW.details = without_email(OLD.details::text, email)::jsonb
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'The audit trail is append-only.' USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER audit_entry_is_kept BEFORE UPDATE OR DELETE ON audit_entry
  FOR EACH ROW EXECUTE FUNCTION keep_audit_entry();
CREATE TRIGGER audit_entry_is_not_emptied BEFORE TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION keep_audit_entry();
-- Also where triggers are switched off for a session.
ALTER TABLE audit_entry ENABLE ALWAYS TRIGGER audit_entry_is_kept;
ALTER TABLE audit_entry ENABLE ALWAYS TRIGGER audit_entry_is_not_emptied;
