import { counted } from './plural.ts'

/** Such as `3 messages wait`. */
export function sayWaiting(count: number): string {
  return counted(count, { one: 'message waits', other: 'messages wait' })
}

export const SHELL_TEXTS = {
  accountPanel: {
    signOut: 'Sign out',
  },
  adminShell: {
    skipToContent: 'Skip to content',
    closeTheMenu: 'Close the menu',
    openTheMenu: 'Open the menu',
    relayToTheOverview: 'Relay, to the overview',
    main: 'Main',
  },
  merchantSwitcher: {
    changeStore: 'Change store',
    yourStores: 'Your stores',
  },
  pausedBanner: {
    title: 'ONTRAPORT turned the key away, so sending is paused since {since}.',
    replaceTheKey: 'Replace the key',
    askAnOwnerOr: ' Ask an owner or editor of this store to replace the key.',
    nothingIsLostAnd:
      '{waiting}; nothing is lost, and everything goes out in order once a working key is saved.{whoCan}',
  },
  restoredBanner: {
    thisStoreWasRestored: 'This store was restored from the backup of {moment}.',
    whatToDecide: 'What to decide',
    testTheKey: 'Test the key',
    askAnOwnerOr: ' Ask an owner or editor of this store to do it.',
    whatOntraportWasTold:
      'What ONTRAPORT was told after that moment is not known here, so nothing goes out until you say so. {waiting} Look in ONTRAPORT which sales and refunds arrived, decide on those marked Unconfirmed, then test the key: sending goes on once it passes.{whoCan}',
  },
  shellNav: {
    overview: 'Overview',
    integration: 'Integration',
    products: 'Products',
    affiliates: 'Affiliates',
    log: 'Log',
    reconcile: 'Reconcile',
    settings: 'Settings',
  },
  silentBanner: {
    ontraportHasNotAnswered: 'ONTRAPORT has not answered since {moment}.',
    oneMessageIsTried: 'One message is tried now.',
    tryOneNow: 'Try one now',
    oneMessageIsTriedEvery:
      'One message is tried {often}; {waiting}. Nothing is lost: once ONTRAPORT answers, everything goes out in order, a little at a time.{fault}',
    everySeconds: (seconds: number) => `every ${seconds} seconds`,
    everyMinute: 'every minute',
    everyMinutes: (minutes: number) => `every ${minutes} minutes`,
  },
  singleKeysItem: {
    keyboard: 'Keyboard',
    singleKeyShortcuts: 'Single-key shortcuts',
  },
  themeSwitch: {
    light: 'Light',
    dark: 'Dark',
    sameAsTheSystem: 'Same as the system',
    displaySettings: 'Display settings',
    lightOrDark: 'Light or dark',
  },
} as const
