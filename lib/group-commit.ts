export type GroupCommit<Item, Result> = (item: Item) => Promise<Result>

type Waiting<Item, Result> = {
  item: Item
  resolve: (result: Result) => void
  reject: (error: unknown) => void
}

/**
 * Gathers what is asked for while earlier work is under way and does it
 * together: `commit` gets up to `maxItems` items and returns their results in
 * the same order. Nothing waits for a timer, so a lone item goes at once. When
 * a group of several fails, each is tried alone, so that one bad item cannot
 * take others down.
 */
export function groupCommit<Item, Result>(
  options: { maxItems: number; maxGroups: number },
  commit: (items: Item[]) => Promise<Result[]>,
): GroupCommit<Item, Result> {
  const waiting: Waiting<Item, Result>[] = []
  let runningGroups = 0

  async function run(group: Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await commit(group.map(({ item }) => item))
      group.forEach((entry, index) => {
        const result = results[index]
        if (result === undefined) entry.reject(new Error('A group commit gave too few results.'))
        else entry.resolve(result)
      })
    } catch (error) {
      if (group.length === 1) group[0]?.reject(error)
      else for (const entry of group) await run([entry])
    }
  }

  function startGroups(): void {
    while (waiting.length > 0 && runningGroups < options.maxGroups) {
      runningGroups += 1
      void run(waiting.splice(0, options.maxItems)).finally(() => {
        runningGroups -= 1
        startGroups()
      })
    }
  }

  return (item) =>
    new Promise<Result>((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      startGroups()
    })
}
