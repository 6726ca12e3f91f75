-- Which run of the sync last saw an item at UltraCart, so that a whole run knows what is gone there.
ALTER TABLE item ADD COLUMN sync_run_id uuid;
-- How many items a whole run found gone; null where it could not tell.
ALTER TABLE item_sync ADD COLUMN vanished_count integer;
UPDATE item_sync SET vanished_count = 0;
