-- How a sale that went by ONTRAPORT's API was booked there: shipping and tax left out, as lines of
-- their own, or in the prices. Null for one that went to the receiver, or nowhere.
ALTER TABLE order_figures ADD COLUMN booked_as text;
