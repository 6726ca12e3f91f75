import type { Role } from '#lib/domain/access.ts'

/** A store that the signed-in person may open, and as what. */
export type Merchant = { merchantId: string; merchantName: string; role: Role }
