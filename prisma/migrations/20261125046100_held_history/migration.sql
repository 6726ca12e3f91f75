-- Why a transmission was held before it was let go, and when that was.
ALTER TABLE transmission
  ADD COLUMN held_reason text,
  ADD COLUMN released_at timestamptz(3);
