/** How a store is called, and the IANA name of the zone in which its days begin. */
export type StoreProfile = { name: string; timeZone: string }
