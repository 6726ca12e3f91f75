import { Prisma } from './generated/client.ts'

/** For a query with `transmission t`: nothing of its stream that still has to go out, or is on its way, stands before it. */
export const IS_STREAM_HEAD = Prisma.sql`NOT EXISTS (
  SELECT 1 FROM transmission earlier
  WHERE earlier.merchant_id = t.merchant_id AND earlier.stream_kind = t.stream_kind
    AND earlier.reference = t.reference AND earlier.id <> t.id
    AND (earlier.status = 'sending'
      OR (earlier.status IN ('queued', 'retrying', 'unconfirmed') AND earlier.position < t.position)))`
