-- Called so rare that a month seemed to hold one of each, a status with a type was fetched whole and sorted,
-- however many there were. With a hundred of each the planner still takes transmission_status_type_idx and
-- expects enough rows to read only the newest of them, in the order of the index.
CREATE OR REPLACE FUNCTION call_standings_rare(partition_name text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %I ALTER status SET (n_distinct = 100, n_distinct_inherited = 100),
    ALTER type SET (n_distinct = 100, n_distinct_inherited = 100)', partition_name);
END
$$;

SELECT call_standings_rare(relid::text)::text FROM pg_partition_tree('transmission');
ANALYZE transmission (status, type);
