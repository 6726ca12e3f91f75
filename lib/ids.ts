import { v7 } from 'uuid'

/** A new time-ordered id (UUID version 7, RFC 9562); rows of the big tables are partitioned on it. */
export function newId(): string {
  return v7()
}

/** When an id of ours was made, to the millisecond. */
export function madeAt(id: string): Date {
  return new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16))
}
