export const SETTINGS_TEXTS = {
  title: 'Settings',
  description: 'Who may open this store, what scripts may do, and how long things are kept.',
  sections: 'Sections of the settings',
  loading: 'Loading',
} as const

export const MEMBERS_TEXTS = {
  title: 'Members',
  description:
    'Who may open this store. Owners may change everything; editors may change the key and product names and send again; viewers may only look.',
  table: 'Members of this store',
  columns: { person: 'Person', role: 'Role', lastSignIn: 'Last sign-in' },
  you: 'You',
  never: 'Not yet',
} as const
