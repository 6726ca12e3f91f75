-- The latest run that fetches a merchant's orders of a period from UltraCart, page by page.
CREATE TABLE order_backfill (
  merchant_id     text PRIMARY KEY REFERENCES merchant (id),
  run_id          uuid NOT NULL,
  state           text NOT NULL,
  -- Orders created in this period, both ends included.
  period_from     timestamptz(3) NOT NULL,
  period_to       timestamptz(3) NOT NULL,
  started_at      timestamptz(3) NOT NULL,
  finished_at     timestamptz(3),
  next_offset     integer NOT NULL DEFAULT 0,
  total_count     integer,
  -- What came of each order that was found.
  told_count      integer NOT NULL DEFAULT 0,
  held_count      integer NOT NULL DEFAULT 0,
  skipped_count   integer NOT NULL DEFAULT 0,
  unchanged_count integer NOT NULL DEFAULT 0,
  faulty_count    integer NOT NULL DEFAULT 0,
  first_fault     text,
  -- Tries of the present page that came to nothing.
  failed_tries    integer NOT NULL DEFAULT 0,
  next_call_at    timestamptz(3) NOT NULL,
  message         text
);
