import type { z } from 'zod'
import { AppError } from '#lib/errors.ts'

/** What a form brought. Types end at the network, so a server action checks what it is given like any other door. */
export function readForm<Form>(schema: z.ZodType<Form>, given: unknown): Form {
  const result = schema.safeParse(given)
  if (result.success) return result.data
  throw new AppError('malformed', 'The form could not be read. Load the page anew and try again.')
}
