-- The delay of what was held counts from its release on, no longer from its arrival: its hours are counted anew.
INSERT INTO transmission_hour_mark (merchant_id, hour)
SELECT DISTINCT merchant_id, date_trunc('hour', created_at, 'UTC')
FROM transmission WHERE released_at IS NOT NULL;
