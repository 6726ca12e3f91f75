import { Counter, Gauge, Histogram } from 'prom-client'
import { registry } from './metrics-registry.ts'

const registers = [registry]

const events = new Counter({
  name: 'relay_events_total',
  help: 'Events taken in by this process, by the way they came and what they brought',
  labelNames: ['source', 'result'],
  registers,
})
const attempts = new Counter({
  name: 'relay_attempts_total',
  help: 'Attempts that ended in this process, by type and outcome',
  labelNames: ['type', 'outcome'],
  registers,
})
const delay = new Histogram({
  name: 'relay_delay_seconds',
  help: 'From the arrival of an event to its acceptance by ONTRAPORT',
  labelNames: ['type'],
  buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30, 300, 3_600, 86_400],
  registers,
})
const groupSize = new Histogram({
  name: 'relay_group_size',
  help: 'How many items were committed together',
  labelNames: ['of'],
  buckets: [1, 2, 5, 10, 20, 50, 100, 200],
  registers,
})

/** Counts what a delivery brought. */
export function observeReceipt(
  source: string,
  receipt: { accepted: number; unchanged: number; ignored: number },
): void {
  for (const [result, count] of Object.entries(receipt)) events.inc({ source, result }, count)
}

/** Counts an attempt; `delaySeconds` once its message was accepted, `null` otherwise. */
export function observeAttempt(attempt: {
  type: string
  outcome: string
  delaySeconds: number | null
}): void {
  const { type, outcome, delaySeconds } = attempt
  attempts.inc({ type, outcome })
  if (delaySeconds !== null) delay.observe({ type }, delaySeconds)
}

/** Notes how many items one transaction took. */
export function observeGroup(of: string, size: number): void {
  groupSize.observe({ of }, size)
}

type Pool = { totalCount: number; idleCount: number; waitingCount: number }

/** Shows a pool's use whenever Prometheus asks. */
export function observePool(pool: Pool): void {
  registry.removeSingleMetric('relay_database_connections')
  new Gauge({
    name: 'relay_database_connections',
    help: 'Connections of this process to PostgreSQL, and requests that wait for one',
    labelNames: ['state'],
    registers,
    collect() {
      this.set({ state: 'busy' }, pool.totalCount - pool.idleCount)
      this.set({ state: 'idle' }, pool.idleCount)
      this.set({ state: 'waiting' }, pool.waitingCount)
    },
  })
}
