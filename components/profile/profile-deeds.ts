import type { Deed } from '../use-deed.ts'

export type Profile = {
  name: string
  /** IANA name of a zone; null for that of whichever store is shown. */
  timeZone: string | null
}

export type ProfileDeeds = {
  save: Deed<[profile: Profile], null>
  changePassword: Deed<[change: { current: string; next: string }], null>
}
