import type { CDPSession, Page } from 'playwright-core'

/** The longest task of a page's main thread: by the clock, and by the time that the processor gave it. */
export type LongestTask = { clockMs: number; processorMs: number }

type TraceEvent = {
  name: string
  pid: number
  tid: number
  dur?: number
  /** Of the processor; both in microseconds. */
  tdur?: number
  args?: { name?: string }
}

/**
 * Runs a deed and gives the longest task meanwhile. On a machine that does other
 * work, too, a task stands still while others have the processor: then the two
 * differ, and what the page itself costs is the second.
 */
export async function longestTaskDuring(
  page: Page,
  deed: () => Promise<void>,
): Promise<LongestTask> {
  const client = await page.context().newCDPSession(page)
  const events = await trace(client, deed)
  await client.detach()
  const main = events.filter(
    ({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain',
  )
  const threads = new Set(main.map(threadOf))
  const tasks = events.filter(
    (event) => event.name === 'ThreadControllerImpl::RunTask' && threads.has(threadOf(event)),
  )
  if (tasks.length === 0) throw new Error('The browser told of no task at all.')
  return {
    clockMs: Math.max(...tasks.map(({ dur = 0 }) => dur)) / 1_000,
    processorMs: Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1_000,
  }
}

async function trace(client: CDPSession, deed: () => Promise<void>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = []
  const collect = ({ value }: { value: object[] }) => {
    for (const event of value) if (isTraceEvent(event)) events.push(event)
  }
  client.on('Tracing.dataCollected', collect)
  const complete = new Promise<void>((resolve) =>
    client.once('Tracing.tracingComplete', () => resolve()),
  )
  await client.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', '__metadata'], excludedCategories: ['*'] },
  })
  await deed()
  await client.send('Tracing.end')
  await complete
  client.off('Tracing.dataCollected', collect)
  return events
}

function isTraceEvent(event: object): event is TraceEvent {
  return 'name' in event && 'pid' in event && 'tid' in event
}

function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid} ${tid}`
}
