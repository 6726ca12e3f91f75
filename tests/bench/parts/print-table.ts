export type Cell = string | number

/** Prints rows under their heads, numbers to the right. */
export function printTable(heads: readonly string[], rows: readonly (readonly Cell[])[]): void {
  const texts = rows.map((row) => row.map(shown))
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...texts.map((row) => row[column]?.length ?? 0)),
  )
  const line = (cells: readonly string[], source: readonly Cell[]): string =>
    cells
      .map((cell, column) => {
        const width = widths[column] ?? 0
        return typeof source[column] === 'number' ? cell.padStart(width) : cell.padEnd(width)
      })
      .join('  ')
  console.log(line(heads, rows[0] ?? heads))
  texts.forEach((row, index) => {
    console.log(line(row, rows[index] ?? []))
  })
}

/** Three figures are as many as a noisy machine can give. */
function shown(cell: Cell): string {
  if (typeof cell === 'string') return cell
  if (Number.isInteger(cell)) return cell.toLocaleString('en')
  if (Math.abs(cell) >= 100) return Math.round(cell).toLocaleString('en')
  return cell.toPrecision(3)
}
