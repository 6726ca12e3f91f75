export const LIST_IMPORT_TEXTS = {
  fileSource: {
    csvFile: 'CSV file',
    placeholder: 'Choose a file',
    removeTheFile: 'Remove the file',
    theFileIsLarger: 'The file is larger than 6 MB; split it.',
  },
  listImportSteps: {
    listTakenIn: 'List taken in',
    cancel: 'Cancel',
    nothingToChange: 'Nothing to change',
    takeIn: (count: number) => `Take in ${count}`,
  },
  pasteSource: {
    checkTheList: 'Check the list',
  },
  planFrame: {
    label: 'What the list would change',
    ofEachKindThe: (shownRows: number) => `Of each kind the first ${shownRows} are shown.`,
  },
  verdictBadge: {
    new: 'New',
    changed: 'Changed',
    unchanged: 'Unchanged',
    faulty: 'Faulty',
  },
} as const
