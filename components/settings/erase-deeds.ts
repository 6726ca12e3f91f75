import type { ErasedPerson } from '#lib/domain/erased-person.ts'
import type { Deed } from '../use-deed.ts'

export type EraseDeeds = {
  /** Counts, and changes nothing. */
  look: Deed<[email: string], ErasedPerson>
  erase: Deed<[wish: { email: string; waiting: 'refuse' | 'skip' }], ErasedPerson>
}
