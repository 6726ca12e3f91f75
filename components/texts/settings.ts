export const SETTINGS_TEXTS = {
  title: 'Settings',
  description:
    'Who may open this store, who is told when it needs somebody, where its days begin, what scripts may do, and how long things are kept.',
  sections: 'Sections of the settings',
  loading: 'Loading',
} as const
