import { z } from 'zod'
import { AppError } from '#lib/errors.ts'
import { newId } from '#lib/ids.ts'

const schema = z.strictObject({
  mode: z.enum(['original', 'as-mapped-today']).default('original'),
  nonce: z
    .string()
    .min(1)
    .max(100)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u)
    .optional(),
  confirmSent: z.boolean().default(false),
})

export type ResendChoice = {
  mode: 'original' | 'as-mapped-today'
  nonce: string
  isSentAllowed: boolean
}

/** Reads the body of a resend, which may be empty: then the original text, as a click of its own. `malformed` names the field. */
export function readResend(body: string): ResendChoice {
  const result = schema.safeParse(parseJson(body))
  if (!result.success) throw new AppError('malformed', describeFault(result.error))
  const { mode, nonce = newId(), confirmSent } = result.data
  return { mode, nonce, isSentAllowed: confirmSent }
}

function parseJson(body: string): unknown {
  if (body.trim() === '') return {}
  try {
    return JSON.parse(body)
  } catch (cause) {
    throw new AppError('malformed', 'The body is no JSON.', { cause })
  }
}

function describeFault({ issues: [issue] }: z.ZodError): string {
  const place = issue === undefined || issue.path.length === 0 ? 'The body' : issue.path.join('.')
  return `${place}: ${issue?.message ?? 'not right'}.`
}
