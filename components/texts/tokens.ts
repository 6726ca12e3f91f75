export const TOKENS_TEXTS = {
  title: 'Tokens',
  description:
    'Let scripts and monitoring read this store’s log and send messages again, as an editor may, at /api/transmissions. A token is a password: keep it where you keep those.',
  table: 'Tokens of this store',
  columns: {
    name: 'Name',
    hint: 'Ends in',
    madeBy: 'Made by',
    lastUsed: 'Last used',
    actions: 'Actions',
  },
  never: 'Never',
  empty: {
    title: 'No tokens yet',
    text: 'Make one for each script, so that you can revoke one without stopping the others.',
  },
  add: {
    button: 'Make a token',
    title: 'Make a token',
    name: 'Name',
    nameHint: 'What it is for, such as nightly report.',
    submit: 'Make the token',
  },
  made: {
    title: (name: string) => `The token “${name}” is made`,
    explain:
      'Copy it now: it is not shown again. Scripts send it in the header Authorization, after the word Bearer.',
    field: 'Token',
    close: 'Done',
  },
  revoke: {
    button: 'Revoke…',
    label: (name: string) => `Revoke ${name}`,
    title: (name: string) => `Revoke “${name}”?`,
    consequence: 'Whatever uses it is turned away at its next call. This cannot be undone.',
    confirm: 'Revoke',
    cancel: 'Keep',
    done: 'Token revoked',
  },
} as const
