import type { LogView } from '#lib/domain/log-view.ts'
import type { Deed } from '../use-deed.ts'

export type ViewChange = { kind: 'rename'; name: string } | { kind: 'delete' } | { kind: 'restore' }

/** What can be done with the views of the log. */
export type ViewDeeds = {
  save: Deed<[view: { name: string; query: string; isTeam: boolean }], LogView>
  change: Deed<[id: string, change: ViewChange], null>
}
