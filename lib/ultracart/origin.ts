/** Where a model came from: whose store, and which event brought it. */
export type Origin = { merchantId: string; eventName: string }
