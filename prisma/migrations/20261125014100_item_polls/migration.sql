-- The last polls of a store that has sold much and is polled seldom, or never.
CREATE INDEX transmission_item_fetch_idx ON transmission (merchant_id, id DESC) WHERE type = 'item-fetch';
