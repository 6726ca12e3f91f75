import type { BacklogLeft } from './backlog-left.ts'
import type { RecentPoll } from './item-feed.ts'
import type { StoreSilence } from './silence.ts'

/** How one store's relay is doing, beyond what its connection says. Times are ISO 8601 in UTC. */
export type RelayHealth = {
  /** UltraCart has told nothing for longer than ever. */
  storeSilence: StoreSilence | null
  /** Since when every message was accepted; `null` while none was or something is amiss. */
  workingSince: string | null
  /** Since when the oldest message waits that is to go out now. */
  oldestWaitingAt: string | null
  /** What piled up and goes out now; `null` while nothing does. */
  backlog: BacklogLeft | null
  /** The last poll of the item feed. */
  lastPoll: RecentPoll | null
}
