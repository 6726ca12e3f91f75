import type { Stopping } from './run-until-stopped.ts'

export type ProductOptions = Stopping & {
  root: string
  isDev: boolean
  /** Tells the person who started the product; the log goes elsewhere. */
  say(line: string): void
}
