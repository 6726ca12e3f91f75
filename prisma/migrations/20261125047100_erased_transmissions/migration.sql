-- Erased on request before it went out: few, and asked for whenever a period is reconciled.
CREATE INDEX transmission_erased_idx ON transmission (merchant_id) WHERE reason_code = 'erased';
