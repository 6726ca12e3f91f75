/** The permissions of a simple key that can be tried without changing anything, each with what it is for. */
export const KEY_PERMISSIONS = {
  item_read: { reads: 'items', purpose: 'syncing items' },
  order_read: { reads: 'orders', purpose: 'fetching past orders' },
  webhook_read: { reads: 'webhooks', purpose: 'setting up the webhook and showing its log' },
} as const

export type KeyPermission = keyof typeof KEY_PERMISSIONS

/** What trying one permission found. */
export type KeyFinding =
  | { permission: KeyPermission; kind: 'granted' | 'missing' }
  /** UltraCart did not say; `reason` is a sentence. */
  | { permission: KeyPermission; kind: 'untried'; reason: string }
  /** The key itself is no good; `reason` is a sentence. */
  | { permission: KeyPermission; kind: 'turned-away'; reason: string }

/** What came of trying a simple key. `isComplete`: it may do all that could be tried. */
export type SimpleKeyTest = {
  isSaved: boolean
  isAccepted: boolean
  isComplete: boolean
  message: string
}

/**
 * Whether a key is kept, and in words what it may do and what it may not: one
 * that is good for a part is kept, and so is one that could not be tried at all.
 */
export function judgeSimpleKey(findings: readonly KeyFinding[]): SimpleKeyTest {
  const refusal = findings.find((finding) => finding.kind === 'turned-away')
  if (refusal !== undefined) return notSaved(`${refusal.reason} This key was not saved.`)
  const granted = findings.filter(({ kind }) => kind === 'granted')
  const missing = findings.filter(({ kind }) => kind === 'missing')
  if (missing.length === findings.length) return notSaved(GOOD_FOR_NOTHING)
  return {
    isSaved: true,
    isAccepted: granted.length > 0,
    isComplete: granted.length === findings.length,
    message: [
      granted.length > 0
        ? `It may read ${list(granted.map(({ permission }) => KEY_PERMISSIONS[permission].reads))}.`
        : 'The key is saved.',
      ...missing.map(sayMissing),
      ...sayUntried(findings),
      ...(granted.length === findings.length ? [WRITING] : []),
    ].join(' '),
  }
}

const WRITING =
  'Whether it may also change webhooks (webhook_write) shows when you set the webhook up.'
const GOOD_FOR_NOTHING = `UltraCart knows the key, but it has none of the permissions ${list(Object.keys(KEY_PERMISSIONS))}. This key was not saved.`

function notSaved(message: string): SimpleKeyTest {
  return { isSaved: false, isAccepted: false, isComplete: false, message }
}

function sayMissing({ permission }: KeyFinding): string {
  return `It lacks ${permission}, which ${KEY_PERMISSIONS[permission].purpose} needs: add it in UltraCart.`
}

function sayUntried(findings: readonly KeyFinding[]): string[] {
  const untried = findings.filter((finding) => finding.kind === 'untried')
  const [first] = untried
  if (first === undefined) return []
  const names = list(untried.map(({ permission }) => permission))
  return [`${first.reason} So ${names} could not be tried; using it will show whether it works.`]
}

function list(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}
