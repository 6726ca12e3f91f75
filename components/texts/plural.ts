export type Forms = { one: string; other: string }

const RULES = new Intl.PluralRules('en-US')
const NUMBERS = new Intl.NumberFormat('en-US')

/** The number with the form of the word that goes with it, such as `1 order` or `1,200 orders`. */
export function counted(count: number, { one, other }: Forms): string {
  return `${NUMBERS.format(count)} ${RULES.select(count) === 'one' ? one : other}`
}
