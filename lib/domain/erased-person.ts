/** What was erased of a person, or with `isDryRun` would be. */
export type ErasedPerson = {
  isDryRun: boolean
  transmissionCount: number
  /** Of these, how many still wait, and are not sent once erased. */
  waitingCount: number
  deliveryCount: number
}
