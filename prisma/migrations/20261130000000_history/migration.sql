-- What happened long before it was told, as when UltraCart sends a store's past again, goes out after what is new.
ALTER TABLE transmission ADD COLUMN is_history BOOLEAN NOT NULL DEFAULT false;
