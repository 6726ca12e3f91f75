-- Every filter of the log walks an index from its newest row on. On the way of an
-- order that goes through at once none of these takes an entry more than before:
-- the first takes the place of a shorter one, the others leave such rows out.
DROP INDEX transmission_merchant_id_status_id_idx;
CREATE INDEX transmission_status_type_idx ON transmission (merchant_id, status, type, id DESC);
CREATE INDEX transmission_reason_idx ON transmission (merchant_id, reason_code, id DESC)
  WHERE reason_code IS NOT NULL;
-- Answers that are not plain success.
CREATE INDEX transmission_code_idx ON transmission (merchant_id, response_code, id DESC)
  WHERE response_code NOT BETWEEN 200 AND 299;
-- What was answered with success and still not taken as sent: a body that says failure.
CREATE INDEX transmission_code_2xx_idx ON transmission (merchant_id, id DESC)
  WHERE response_code BETWEEN 200 AND 299 AND status <> 'sent';
-- What has no answer, save what is about to get one.
CREATE INDEX transmission_no_code_idx ON transmission (merchant_id, id DESC)
  WHERE response_code IS NULL AND status NOT IN ('queued', 'sending');
