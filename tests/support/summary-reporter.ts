import type { SerializedError } from 'vitest'
import type { Reporter, TestModule, TestRunEndReason } from 'vitest/node'

/** Ends the run with one plain line: `N passed, N failed`, and `, N skipped` when there are any. */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(
    modules: readonly TestModule[],
    unhandled: readonly SerializedError[],
    reason: TestRunEndReason,
  ): void {
    const line = summaryLine(modules, unhandled.length, reason)
    // After everything that the other reporters still have to say.
    process.once('exit', () => process.stdout.write(`${line}\n`))
  }
}

function summaryLine(
  modules: readonly TestModule[],
  unhandledCount: number,
  reason: TestRunEndReason,
): string {
  const states = modules.flatMap((module) =>
    [...module.children.allTests()].map((test) => test.result().state),
  )
  // A file that does not load, or an error outside of every test, is a failure too.
  const broken = modules.filter((module) => module.errors().length > 0).length
  const count = (state: string): number => states.filter((each) => each === state).length
  const skipped = count('skipped') + count('pending')
  const counted = count('failed') + broken + unhandledCount
  // A set-up that failed shows in the reason alone.
  const failed = counted === 0 && reason !== 'passed' ? 1 : counted
  const line = `${count('passed')} passed, ${failed} failed`
  return skipped === 0 ? line : `${line}, ${skipped} skipped`
}
