-- What the feed needs of an item beside what messages need, and when its entry in the feed last changed.
ALTER TABLE item
  ADD COLUMN sale_price_minor bigint,
  ADD COLUMN sale_starts_at   timestamptz(3),
  ADD COLUMN sale_ends_at     timestamptz(3),
  ADD COLUMN is_recurring     boolean NOT NULL DEFAULT false,
  ADD COLUMN feed_changed_at  timestamptz(3) NOT NULL DEFAULT now();
UPDATE item SET feed_changed_at = updated_at;

CREATE INDEX item_merchant_id_feed_changed_at_idx ON item (merchant_id, feed_changed_at);
-- Prices change by the clock, too: these are the few items that have a sale.
CREATE INDEX item_sale_idx ON item (merchant_id) INCLUDE (sale_starts_at, sale_ends_at)
  WHERE sale_price_minor IS NOT NULL;

-- Kept by triggers, so that no way of writing an item or a name can forget it. An
-- entry's time only grows, which makes the sum of all times a version of the feed.
CREATE FUNCTION note_item_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.feed_changed_at := clock_timestamp();
  ELSIF (NEW.description, NEW.oap_product_id, NEW.is_inactive, NEW.is_kit, NEW.is_kit_component_only,
      NEW.is_deleted, NEW.price_minor, NEW.currency, NEW.sale_price_minor, NEW.sale_starts_at,
      NEW.sale_ends_at, NEW.is_recurring)
     IS DISTINCT FROM
     (OLD.description, OLD.oap_product_id, OLD.is_inactive, OLD.is_kit, OLD.is_kit_component_only,
      OLD.is_deleted, OLD.price_minor, OLD.currency, OLD.sale_price_minor, OLD.sale_starts_at,
      OLD.sale_ends_at, OLD.is_recurring)
  THEN
    NEW.feed_changed_at := greatest(clock_timestamp(), OLD.feed_changed_at + interval '1 millisecond');
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER item_changed BEFORE INSERT OR UPDATE ON item
  FOR EACH ROW EXECUTE FUNCTION note_item_changed();

CREATE FUNCTION note_mapping_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.product_name = OLD.product_name THEN
    RETURN NULL;
  END IF;
  UPDATE item
  SET feed_changed_at = greatest(clock_timestamp(), feed_changed_at + interval '1 millisecond')
  WHERE merchant_id = coalesce(NEW.merchant_id, OLD.merchant_id)
    AND item_id = coalesce(NEW.item_id, OLD.item_id);
  RETURN NULL;
END
$$;
CREATE TRIGGER product_mapping_changed AFTER INSERT OR UPDATE OR DELETE ON product_mapping
  FOR EACH ROW EXECUTE FUNCTION note_mapping_changed();

-- The version of the feed that was answered last, and the Last-Modified it went out with.
CREATE TABLE item_feed (
  merchant_id      text PRIMARY KEY REFERENCES merchant (id),
  version          text NOT NULL,
  last_modified_at timestamptz(3) NOT NULL
);

-- The keys that open the feed, hashed. The current one has no end.
CREATE TABLE feed_key (
  key_hash    text PRIMARY KEY,
  merchant_id text NOT NULL REFERENCES merchant (id),
  hint        text NOT NULL,
  created_at  timestamptz(3) NOT NULL DEFAULT now(),
  valid_until timestamptz(3)
);
CREATE INDEX feed_key_merchant_id_idx ON feed_key (merchant_id);

-- Polls that brought a wrong key: counted, not logged one by one.
CREATE TABLE feed_refusal (
  merchant_id     text PRIMARY KEY REFERENCES merchant (id),
  refused_count   integer NOT NULL,
  last_refused_at timestamptz(3) NOT NULL
);

-- The key of UltraCart's REST API.
ALTER TABLE connection ADD COLUMN simple_key_sealed text;

-- UltraCart allows one call at a time from one address, whoever it is for. One row
-- for the whole installation: who calls right now, and since when UltraCart wants rest.
CREATE TABLE ultracart_turn (
  id            integer PRIMARY KEY DEFAULT 1 CHECK (id = 1),
  busy_until    timestamptz(3) NOT NULL DEFAULT 'epoch',
  blocked_until timestamptz(3) NOT NULL DEFAULT 'epoch'
);
INSERT INTO ultracart_turn DEFAULT VALUES;

-- The calls of each minute of the last day.
CREATE TABLE ultracart_call (
  minute     timestamptz(3) PRIMARY KEY,
  call_count integer NOT NULL
);

-- The latest run of the item sync of each merchant, page by page.
CREATE TABLE item_sync (
  merchant_id   text PRIMARY KEY REFERENCES merchant (id),
  run_id        uuid NOT NULL,
  state         text NOT NULL,
  -- Only items changed since then; null for all.
  changed_since timestamptz(3),
  started_at    timestamptz(3) NOT NULL,
  finished_at   timestamptz(3),
  next_offset   integer NOT NULL DEFAULT 0,
  seen_count    integer NOT NULL DEFAULT 0,
  total_count   integer,
  faulty_count  integer NOT NULL DEFAULT 0,
  first_fault   text,
  -- Tries of the present page that came to nothing.
  failed_tries  integer NOT NULL DEFAULT 0,
  next_call_at  timestamptz(3) NOT NULL,
  message       text,
  -- When the last complete run began: later runs ask for what changed since.
  complete_as_of timestamptz(3)
);
