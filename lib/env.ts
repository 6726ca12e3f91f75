import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import { StartError } from './errors.ts'
import { type AddressRange, readAddressRanges } from './outbound/address-ranges.ts'
import { readSender, readSmtpUrl, type Sender, type SmtpServer } from './outbound/smtp-server.ts'

const url = z.url({ protocol: /^https?$/, message: 'must be an http or https address' })

const schema = z.object({
  PORT: z.coerce.number('must be a port number').int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, message: 'must be a postgresql:// address' })
    .optional(),
  DATA_DIR: z
    .string()
    .default('.data')
    .transform((folder) => resolve(folder)),
  APP_URL: url
    .refine(isOrigin, 'must be the scheme and host alone, such as https://relay.example.com')
    .optional(),
  APP_SECRET: z.string().min(16, 'must have at least 16 characters').optional(),
  APP_SECRET_PREVIOUS: z.string().min(16, 'must have at least 16 characters').optional(),
  ONTRAPORT_URL: url.default('https://app.ontraport.com'),
  ONTRAPORT_API_URL: url.default('https://api.ontraport.com/1'),
  // ONTRAPORT allows an account 180 a minute; the rest is for what else calls it.
  ONTRAPORT_API_CALLS_A_MINUTE: z.coerce
    .number('must be a number of calls')
    .int()
    .min(1)
    .max(60_000)
    .default(150),
  ULTRACART_URL: url.default('https://secure.ultracart.com/rest/v2'),
  ALLOW_PRIVATE_ADDRESSES: z.string().default('').transform(toRanges),
  DRAIN_PER_SECOND: z.coerce
    .number('must be a number of messages')
    .int()
    .min(1)
    .max(1_000)
    .default(10),
  RELAY_WORKER: z.enum(['inline', 'off'], 'must be inline or off').default('inline'),
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  METRICS_PORT: z.coerce.number('must be a port number').int().min(0).max(65_535).optional(),
  SMTP_URL: z.string().transform(toSmtpServer).optional(),
  MAIL_FROM: z.string().transform(toSender).optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
})

function toSmtpServer(text: string, context: z.RefinementCtx): SmtpServer {
  const server = readSmtpUrl(text)
  if (server !== null) return server
  context.addIssue(
    'must be smtps://USER:PASSWORD@HOST:PORT or smtp://HOST:PORT, with %-escapes for special characters',
  )
  return z.NEVER
}

function toSender(text: string, context: z.RefinementCtx): Sender {
  const sender = readSender(text)
  if (sender !== null) return sender
  context.addIssue(
    'must be one mail address, such as relay@example.com or Relay <relay@example.com>',
  )
  return z.NEVER
}

function toRanges(list: string, context: z.RefinementCtx): AddressRange[] {
  const ranges = readAddressRanges(list)
  if (ranges === null)
    context.addIssue('must be a list of addresses or ranges, such as 10.0.0.0/8,127.0.0.1')
  return ranges ?? []
}

export type Env = z.infer<typeof schema>

/** The environment, checked. Empty variables count as unset; a wrong one is a `StartError` that names it. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const result = schema.safeParse(given)
  if (result.success) return requireMailSender(result.data)
  const faults = result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
  throw new StartError(`The environment is not right: ${faults.join('; ')}.`)
}

function requireMailSender(checked: Env): Env {
  if (checked.SMTP_URL === undefined || checked.MAIL_FROM !== undefined) return checked
  throw new StartError(
    'The environment is not right: SMTP_URL is set, so MAIL_FROM must be, too: the address that mails come from.',
  )
}

// Next reads this file, too; the rest of the product must not see another environment than Next.
if (existsSync('.env')) process.loadEnvFile('.env')

export const env: Env = readEnv(process.env)

/** Pages and cookies belong to a whole host, so no path can stand behind it. */
function isOrigin(address: string): boolean {
  const parsed = URL.parse(address)
  return parsed === null || parsed.href === `${parsed.origin}/`
}

/** The address that people and UltraCart use, without a trailing slash. */
export function appUrl(): string {
  return (
    env.APP_URL ?? `http://${env.HOST.includes(':') ? `[${env.HOST}]` : env.HOST}:${env.PORT}`
  ).replace(/\/$/, '')
}

/** Where a merchant's UltraCart account sends its webhooks. */
export function webhookUrl(merchantId: string): string {
  return `${appUrl()}/api/webhooks/ultracart/${merchantId}`
}

/** The same address as seen from this machine, where the public one may lead through a proxy. */
export function ownWebhookUrl(merchantId: string): string {
  const isAnyAddress = env.HOST === '0.0.0.0' || env.HOST === '::'
  const host = isAnyAddress ? '127.0.0.1' : env.HOST
  return `http://${host.includes(':') ? `[${host}]` : host}:${env.PORT}/api/webhooks/ultracart/${merchantId}`
}

/** Where ONTRAPORT polls a merchant's items. */
export function itemFeedUrl(merchantId: string): string {
  return `${appUrl()}/api/items/${encodeURIComponent(merchantId)}`
}

/** The image that a merchant's receipts show. */
export function pixelUrl(merchantId: string): string {
  return `${appUrl()}/api/pixel/${encodeURIComponent(merchantId)}`
}

/** Where a sign-up form or a script posts a merchant's affiliates. */
export function affiliatesUrl(merchantId: string): string {
  return `${appUrl()}/api/affiliates/${encodeURIComponent(merchantId)}`
}

/** Uses this port from here on; for a PORT of 0, which stands for any free one. */
export function setPort(port: number): void {
  env.PORT = port
  // The web app's own copy of this file reads it once more.
  process.env.PORT = String(port)
}

/** Sets what Next and next-auth read from the environment by themselves; before either is imported. */
export function prepareForNext({
  isDev,
  authSecret,
}: {
  isDev: boolean
  authSecret: string
}): void {
  Object.assign(process.env, {
    NODE_ENV: isDev ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    NEXTAUTH_URL: appUrl(),
    NEXTAUTH_SECRET: authSecret,
  })
}

/** The secret that the running product signs sessions with; a rotation of APP_SECRET changes it at the next start. */
export function authSecret(): string | undefined {
  return process.env.NEXTAUTH_SECRET
}

/** The environment of a program that builds the web app. */
export function buildEnv(): NodeJS.ProcessEnv {
  return { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
}
