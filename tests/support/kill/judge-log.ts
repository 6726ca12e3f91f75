import type { LoggedTransmission } from './read-log.ts'
import { type Arrival, type Story, WHOLE_LABEL } from './stories.ts'

export type Evidence = {
  /** Those whose every delivery was acknowledged. */
  stories: readonly Story[]
  log: readonly LoggedTransmission[]
  /** What ONTRAPORT got, in its order of arrival. */
  arrivals: readonly Arrival[]
  /** Whether an order is looked up before it is told again, so that it never comes twice. */
  isLookedUp: boolean
  /** Merchants whose lost sales wait for a person: rule `on-unknown=ask`. */
  askingMerchants: ReadonlySet<string>
}

export type Verdict = {
  /** What was broken of the promises, one sentence each. */
  faults: string[]
  messages: number
  /** Messages that came more than once, as the rules allow and the log says. */
  repeated: number
  unconfirmed: number
}

/**
 * Holds what the log says and what ONTRAPORT got against the stories: every
 * acknowledged event is in the log once, every stream arrived in order, and no
 * message came twice unless an attempt at it says that its answer was lost and
 * its merchant's rule is to try again.
 */
export function judgeLog(evidence: Evidence): Verdict {
  const { stories, log, isLookedUp, askingMerchants } = evidence
  const rows = Map.groupBy(log, (row) => row.reference)
  const arrivals = Map.groupBy(evidence.arrivals, (arrival) => arrival.reference)
  const verdict: Verdict = { faults: [], messages: 0, repeated: 0, unconfirmed: 0 }
  for (const story of stories) {
    const logged = rows.get(story.reference) ?? []
    const labels = (arrivals.get(story.reference) ?? []).map(({ label }) => label)
    const counts = countInOrder(labels, story.expected)
    const isAsking = askingMerchants.has(story.merchantId)
    const faults = [
      ...judgeRows(story, logged),
      ...(counts === null
        ? [`${story.reference} arrived as ${labels.join(', ')}`]
        : logged.flatMap((row, index) =>
            judgeRow(row, counts[index] ?? 0, {
              isAsking,
              isLookedUp,
              isBehindAnother: logged.slice(0, index).some(isBlocking),
            }),
          )),
    ]
    verdict.faults.push(...faults)
    verdict.messages += story.expected.length
    verdict.repeated += counts?.filter((count) => count > 1).length ?? 0
    verdict.unconfirmed += logged.filter((row) => row.status === 'unconfirmed').length
  }
  return verdict
}

function judgeRows({ reference, expected }: Story, logged: LoggedTransmission[]): string[] {
  const labels = logged.map((row) => row.label)
  return labels.join() === expected.join()
    ? []
    : [`${reference} stands in the log as [${labels.join(', ')}], not [${expected.join(', ')}]`]
}

/** How often each expected message came; `null` when one came before its turn or was left out. */
function countInOrder(labels: readonly string[], expected: readonly string[]): number[] | null {
  const counts = expected.map(() => 0)
  let at = 0
  for (const label of labels) {
    if (label !== expected[at]) {
      if (counts[at] === 0 || label !== expected[at + 1]) return null
      at += 1
    }
    counts[at] = (counts[at] ?? 0) + 1
  }
  return counts
}

type Place = { isAsking: boolean; isLookedUp: boolean; isBehindAnother: boolean }

function judgeRow(
  row: LoggedTransmission,
  count: number,
  { isAsking, isLookedUp, isBehindAnother }: Place,
): string[] {
  const name = `${row.reference} (${row.label}, ${row.status}, attempts ${row.outcomes.join(' ')})`
  const lost = row.outcomes.filter((outcome) => outcome === 'unknown').length
  const isMoney = row.label === 'sale' || row.label.startsWith('refund')
  const faults: string[] = []
  if (count > row.outcomes.length) faults.push(`${name} came ${count} times`)
  if (count > 1 && lost < count - 1)
    faults.push(`${name} came ${count} times without a lost answer`)
  if (count > 1 && isMoney && isAsking) faults.push(`${name} came ${count} times though it asks`)
  if (count > 1 && isLookedUp && (row.label === 'sale' || row.label === WHOLE_LABEL))
    faults.push(`${name} came ${count} times though it is looked up`)
  if (row.status === 'sent' && count === 0) faults.push(`${name} never came`)
  if (!isEnd(row, isAsking && isMoney, isBehindAnother))
    faults.push(`${name} did not come to its end`)
  return faults
}

/** Sent; or given to a person, where the rule says so, and whatever stands behind; or lost twice and resting. */
function isEnd(row: LoggedTransmission, isAsked: boolean, isBehindAnother: boolean): boolean {
  if (row.status === 'sent') return true
  if (row.status === 'unconfirmed') return isAsked && row.outcomes.at(-1) === 'unknown'
  if (row.status === 'retrying') return row.scheduleStep >= 2 && row.outcomes.length >= 2
  return row.status === 'queued' && row.outcomes.length === 0 && isBehindAnother
}

function isBlocking({ status }: LoggedTransmission): boolean {
  return status === 'unconfirmed' || status === 'retrying'
}
