import type { PeekDeeds } from './peek-drawer.tsx'
import type { WatchLog } from './use-live-tail.ts'
import type { ViewDeeds } from './view-deeds.ts'

/** What can be done on the page of the log. */
export type LogDeeds = { views: ViewDeeds; peek: PeekDeeds; watch: WatchLog }
