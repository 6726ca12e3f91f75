/** What a part of the campaign found. */
export type Figures = {
  part: string
  /** What was done, as numbers by name. */
  counts: Record<string, number>
  /** What was broken, one sentence each. */
  faults: string[]
}

export type CampaignOptions = {
  kills: number
  runs: number
  minutes: number
  orders: number
  seed: number
}
