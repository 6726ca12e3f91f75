export const MEMBERS_TEXTS = {
  title: 'Members',
  description:
    'Who may open this store. Owners may change everything; editors may change the key and product names and send again; viewers may only look.',
  table: 'Members of this store',
  columns: { person: 'Person', role: 'Role', lastSignIn: 'Last sign-in', actions: 'Actions' },
  you: 'You',
  never: 'Not yet',
  roleOf: (person: string) => `Role of ${person}`,

  change: {
    title: (person: string, role: string) => `Make ${person} ${withArticle(role)}?`,
    consequence: 'They are signed out everywhere, and have the new role when they sign in again.',
    ofSelf: 'You are signed out everywhere. Another owner can make you an owner again.',
    confirm: 'Change the role',
    cancel: 'Keep it',
    done: (person: string, role: string) => `${person} is ${withArticle(role)} now`,
  },
  remove: {
    button: 'Remove…',
    label: (person: string) => `Remove ${person}`,
    title: (person: string) => `Remove ${person}?`,
    consequence:
      'They are signed out everywhere and can no longer open this store. What they did stays in the audit trail, and their account stays, too.',
    confirm: 'Remove',
    cancel: 'Keep',
    done: (person: string) => `${person} is removed`,
  },
  leave: {
    button: 'Leave…',
    title: 'Leave this store?',
    consequence:
      'You are signed out, and can open this store again only when an owner invites you. Your account stays.',
    confirm: 'Leave the store',
    cancel: 'Stay',
  },
} as const

export const INVITATION_TEXTS = {
  title: 'Open invitations',
  description: 'Links that nobody has used yet. A link works once, for 7 days.',
  table: 'Open invitations',
  columns: {
    email: 'Email',
    role: 'Role',
    invitedBy: 'Invited by',
    expires: 'Ends',
    actions: 'Actions',
  },
  over: 'Has ended',
  invite: {
    button: 'Invite somebody',
    title: 'Invite somebody',
    email: 'Their email',
    role: 'Role',
    submit: 'Make the link',
  },
  made: {
    title: (email: string) => `Send this link to ${email}`,
    explain:
      'It works once, until its time is over, and is not shown again. Whoever has it can join, so send it to that person only.',
    field: 'Invitation link',
    close: 'Done',
  },
  mailed: {
    title: (email: string) => `Mailed to ${email}`,
    done: 'The invitation is on its way',
    failed: 'It could not be mailed: send the link yourself',
    explain:
      'If the mail does not arrive, send the link yourself. It works once, until its time is over, and is not shown again. Whoever has it can join.',
  },
  again: {
    button: 'New link',
    label: (email: string) => `Make a new link for ${email}`,
  },
  withdraw: {
    button: 'Withdraw…',
    label: (email: string) => `Withdraw the invitation of ${email}`,
    title: (email: string) => `Withdraw the invitation of ${email}?`,
    consequence: 'The link stops working at once.',
    confirm: 'Withdraw',
    cancel: 'Keep',
    done: 'Invitation withdrawn',
  },
} as const

function withArticle(role: string): string {
  const word = role.toLowerCase()
  return `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`
}
