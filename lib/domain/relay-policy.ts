import type { ConnectionMethod } from './connection.ts'
import type { RelayRules } from './relay-rules.ts'

/** What decides over a merchant's snapshots: the method of the connection and the relay rules. */
export type RelayPolicy = { method: ConnectionMethod; rules: RelayRules }
