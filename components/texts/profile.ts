export const PROFILE_TEXTS = {
  title: 'Profile',
  description: (email: string) => `You are signed in as ${email}.`,
  link: 'Profile',
  about: {
    title: 'You',
    description: 'How you are called in the list of members, and in which zone you read times.',
    name: 'Name',
    zone: 'Time zone',
    zoneHint:
      'For the times on all screens and the days of the log. Reconcile goes by the store’s own days, as its totals do.',
    storeZone: (zone: string) => `The store’s: ${zone}`,
    noZone: 'No zone of this name',
    ofDevice: (zone: string) => `Use this device’s: ${zone}`,
    submit: 'Save',
    saved: 'Profile saved',
  },
  password: {
    title: 'Password',
    description: 'When you change it, you are signed out everywhere but here.',
    current: 'Present password',
    next: 'New password',
    toggle: 'Show or hide the password',
    currentNeeded: 'Enter your present password.',
    submit: 'Change the password',
    changed: 'Password changed',
    changedText: 'You stay signed in here, and are signed out everywhere else.',
  },
} as const
