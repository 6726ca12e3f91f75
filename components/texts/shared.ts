export const SHARED_TEXTS = {
  brandMark: {
    relay: 'Relay',
  },
  byteSize: {
    bytes: (bytes: number) => `${bytes} bytes`,
    kb: (value: string) => `${value} KB`,
    mb: (value: string) => `${value} MB`,
    gb: (value: string) => `${value} GB`,
  },
  copyButton: {
    copied: 'Copied',
    copy: (label: string) => `Copy ${label}`,
    copiedOf: (label: string) => `Copied ${label}`,
  },
  dialog: {
    close: 'Close',
  },
  formButtons: {
    cancel: 'Cancel',
  },
  helpSection: {
    title: 'Questions and answers',
  },
  keyEntry: {
    enterTheKeyFirst: 'Enter the key first.',
    showOrHideThe: 'Show or hide the key',
    testAndSave: 'Test and save',
    cancel: 'Cancel',
  },
  latestSection: {
    title: 'Latest transmissions',
    description: 'Updates by itself.',
    openTheLog: 'Open the log',
    nothingYet: 'Nothing yet',
    theFirstOrderThat: 'The first order that UltraCart reports shows here within seconds.',
    latestTransmissionsNewestFirst: 'Latest transmissions, newest first',
  },
  listPages: {
    pagesOfThe: (of: string) => `Pages of the ${of}`,
    first: 'First',
    next: 'Next',
  },
  loadFault: {
    title: 'This page could not be loaded',
    tryAgain: 'Try again',
    forTheOperatorThe: (code: string) => `For the operator: the log has more under ${code}.`,
    somethingWentWrongOn:
      'Something went wrong on our side. Orders are still taken in, and nothing is lost.{more}',
  },
  nothingHere: {
    title: 'Nothing here',
  },
  notify: {
    close: 'Close',
  },
  pageSkeleton: {
    loading: 'Loading',
  },
  searchBox: {
    clearTheSearch: 'Clear the search',
  },
  useDeed: {
    somethingWentWrongOn:
      'Something went wrong on our side and nothing was changed. Please try again in a moment.',
  },
} as const
