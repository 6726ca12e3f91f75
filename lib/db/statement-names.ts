/** A program has some hundred statements; texts without end, such as lists of values, must not fill the memory of PostgreSQL. */
const MOST_KNOWN = 500

const NAMELESS = ''

const WRITES = /\b(?:INSERT|UPDATE|DELETE)\b/

/**
 * Names statements that write or lock, so that each connection parses and plans
 * them once: that is a third of PostgreSQL's work for a small one. What only
 * reads has no name and is planned each time with its values, since the best
 * way through the log depends on what is looked for.
 */
export function statementNames(): (text: string) => string {
  const names = new Map<string, string>()
  return (sql) => {
    const known = names.get(sql)
    if (known !== undefined) return known
    if (names.size === MOST_KNOWN) return NAMELESS
    const name = WRITES.test(sql) ? `relay_${names.size}` : NAMELESS
    names.set(sql, name)
    return name
  }
}
