export const LOG_ACTIONS_TEXTS = {
  logActionsMenu: {
    csvForSpreadsheets: 'CSV, for spreadsheets',
    jsonLinesForPrograms: 'JSON Lines, for programs',
    allOfThese: 'All of these',
    downloadWhatTheFilter: 'Download what the filter finds',
    sendThemAgain: 'Send them again…',
    supportPacket: 'Support packet…',
  },
} as const
