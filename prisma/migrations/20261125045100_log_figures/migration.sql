-- How long it took from arrival to sent, in steps of a quarter: bucket n ends at
-- 10 ms times 1.25 to the power of n. -1 for what was not sent.
CREATE FUNCTION delay_bucket(status text, created_at timestamptz, finished_at timestamptz)
RETURNS integer LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN status = 'sent' AND finished_at IS NOT NULL THEN
    least(120, greatest(0, 1 + floor(
      ln(greatest(extract(epoch FROM finished_at - created_at) * 1000, 1) / 10) / ln(1.25))))::integer
  ELSE -1 END
$$;

-- What each closed hour brought, counted once. The hour in progress is counted from the log itself.
CREATE TABLE transmission_hour (
  merchant_id  text NOT NULL,
  hour         timestamptz(3) NOT NULL,
  is_sandbox   boolean NOT NULL,
  type         text NOT NULL,
  status       text NOT NULL,
  delay_bucket integer NOT NULL,
  row_count    integer NOT NULL,
  PRIMARY KEY (merchant_id, hour, is_sandbox, type, status, delay_bucket)
);

-- Up to where the hours are counted. Moved on by the sweep, a quarter of an hour after an hour ends.
CREATE TABLE transmission_hour_progress (
  id            integer PRIMARY KEY DEFAULT 1 CHECK (id = 1),
  counted_until timestamptz(3) NOT NULL
);

-- Hours to be counted anew. Marks are added and never shared, so that nobody waits
-- for anybody, and a change that commits late leaves a mark of its own.
CREATE TABLE transmission_hour_mark (
  id          bigserial PRIMARY KEY,
  merchant_id text NOT NULL,
  hour        timestamptz(3) NOT NULL
);

-- Whoever changes a row of an hour that has ended. What is made and sent within the hour marks nothing.
CREATE FUNCTION mark_transmission_hours() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO transmission_hour_mark (merchant_id, hour)
  SELECT DISTINCT merchant_id, date_trunc('hour', created_at, 'UTC') FROM changed
  WHERE created_at < date_trunc('hour', now(), 'UTC');
  RETURN NULL;
END
$$;

CREATE TRIGGER transmission_inserted AFTER INSERT ON transmission
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_transmission_hours();
CREATE TRIGGER transmission_updated AFTER UPDATE ON transmission
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_transmission_hours();
CREATE TRIGGER transmission_deleted AFTER DELETE ON transmission
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_transmission_hours();

INSERT INTO transmission_hour_progress (counted_until) VALUES (date_trunc('hour', now(), 'UTC'));
INSERT INTO transmission_hour
SELECT merchant_id, date_trunc('hour', created_at, 'UTC'), is_sandbox, type, status,
  delay_bucket(status, created_at, finished_at), count(*)
FROM transmission WHERE created_at < date_trunc('hour', now(), 'UTC')
GROUP BY 1, 2, 3, 4, 5, 6;
