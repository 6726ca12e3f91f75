import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Given, PAGES } from './expectations.ts'
import type { HttpSession } from './http-session.ts'
import { doorName } from './read-doors.ts'

const MANIFEST = join(import.meta.dirname, '../../../.next/server/server-reference-manifest.json')

type ManifestEntry = { filename: string; exportedName: string; workers: Record<string, unknown> }

/** An action as a browser reaches it: its id, and a page whose script may call it. */
export type ReachableAction = { id: string; page: string }

/** The actions that the build has made reachable, by their door's name. */
export function readReachableActions(): Map<string, ReachableAction> {
  const manifest: { node: Record<string, ManifestEntry> } = JSON.parse(
    readFileSync(MANIFEST, 'utf8'),
  )
  return new Map(
    Object.entries(manifest.node).map(([id, { filename, exportedName, workers }]) => [
      doorName(filename, exportedName),
      { id, page: pageOf(Object.keys(workers)) },
    ]),
  )
}

function pageOf(workers: readonly string[]): string {
  return PAGES.find(({ file }) => workers.some((worker) => file === `${worker}.tsx`))?.path ?? '/'
}

export type ActionAnswer =
  /** A server action's own refusal, in words. */
  | { kind: 'refused'; reason: string }
  | { kind: 'done' }
  /** Led to another address before the action did anything. */
  | { kind: 'redirected'; to: string }
  | { kind: 'not-found' }
  | { kind: 'failed'; status: number; text: string }

/** Calls an action over HTTP, as the script of a page does (React's encoding of the arguments). */
export async function callAction(
  session: HttpSession,
  { id, path, given }: { id: string; path: string; given: Given },
  headers: Record<string, string> = {},
): Promise<ActionAnswer> {
  const answer = await session.call(path, {
    method: 'POST',
    headers: { 'next-action': id, accept: 'text/x-component', ...headers },
    body: encode(given),
  })
  return readAnswer(answer, await answer.text())
}

function encode(given: Given): string | FormData {
  if ('file' in given) {
    const form = new FormData()
    form.set('_1_file', new File([given.file], 'list.csv', { type: 'text/csv' }))
    form.set('0', '["$K1"]')
    return form
  }
  return JSON.stringify(given)
}

function readAnswer(answer: Response, text: string): ActionAnswer {
  const { status, headers } = answer
  const to = headers.get('x-action-redirect') ?? headers.get('location')
  if (to !== null) return { kind: 'redirected', to }
  if (status === 404) return { kind: 'not-found' }
  const [, row] = /^1:(.*)$/m.exec(text) ?? []
  const value = row === undefined || /^[EDIHT]/.test(row) ? null : JSON.parse(row)
  if (value?.kind === 'refused') return { kind: 'refused', reason: String(value.reason) }
  return value?.kind === 'done' ? { kind: 'done' } : { kind: 'failed', status, text }
}
