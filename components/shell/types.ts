import type { Role } from '#lib/domain/access.ts'

/** A store that the signed-in person may open, and as what. */
export type Merchant = { merchantId: string; merchantName: string; role: Role }

/** Who is signed in; `name` is empty until they have entered one. */
export type Person = { email: string; name: string }
