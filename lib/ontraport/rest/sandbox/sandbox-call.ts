import { z } from 'zod'

/** A sentence goes out as `text/html`, anything else as JSON (a public connector's live probes). */
export type SandboxAnswerBody = { status: number; body: unknown }

export function isEmail(value: unknown): value is string {
  return typeof value === 'string' && /^\S+@\S+\.\S+$/.test(value)
}

export function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : []
}

const objectsSchema = z.array(z.record(z.string(), z.unknown()))

/** The objects of a list that an object holds. */
export function listOf(holder: unknown, name: string): Record<string, unknown>[] {
  const held = z.record(z.string(), z.unknown()).safeParse(holder).data?.[name]
  return objectsSchema.safeParse(held).data ?? []
}
