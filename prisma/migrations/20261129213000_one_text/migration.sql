-- The text of a message stands once, with the attempt that sent it first; no dialect means that the next one
-- is composed anew. What waits for that at this moment said so by having no text.
UPDATE transmission_body body SET dialect = NULL
FROM transmission t
WHERE t.id = body.transmission_id AND t.status IN ('queued', 'retrying', 'unconfirmed')
  AND body.request IS NULL AND body.dialect IS NOT NULL;
