-- A log of one store is nearly all sent sales. Asked for a status and type that it learns only while it
-- runs, the planner takes their average share and walks the whole log by its key. Told that each value is
-- rare, it takes transmission_status_type_idx. Values that it knows beforehand keep their true share.
CREATE FUNCTION call_standings_rare(partition_name text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %I ALTER status SET (n_distinct = 1000, n_distinct_inherited = 1000),
    ALTER type SET (n_distinct = 1000, n_distinct_inherited = 1000)', partition_name);
END
$$;

SELECT call_standings_rare(relid::text)::text FROM pg_partition_tree('transmission');
ANALYZE transmission (status, type);

CREATE OR REPLACE FUNCTION ensure_partitions(moment timestamptz, months_ahead integer) RETURNS void LANGUAGE plpgsql AS $$
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
        IF parent = 'transmission' THEN
          PERFORM call_standings_rare(partition_name);
        END IF;
      END IF;
    END LOOP;
  END LOOP;
END
$$;
