export const CHART_TEXTS = {
  barChart: {
    transmissionsOverTime: 'Transmissions over time',
  },
  chartBars: {
    sent: 'Sent',
    underWayOrHeld: 'Under way or held',
    failedOrUnconfirmed: 'Failed or unconfirmed',
    skipped: 'Skipped',
  },
  chartTable: {
    volumeAsATable: 'Volume as a table',
    time: 'Time',
    all: 'All',
    title: 'Show the rows of this time',
    nothingArrivedInThis: 'Nothing arrived in this time.',
  },
  figuresSection: {
    title: 'Volume in the sandbox',
    volume: 'Volume',
    description: 'Last 30 days',
    overTheTimeChosen: 'Over the time chosen below',
    table: 'Table',
    whatTheBarsAre: 'What the bars are divided by',
    outcome: 'Outcome',
    type: 'Type',
    halfArriveWithin: 'Half arrive within',
    nearlyAllArriveWithin: '95 of 100 within',
    oldestWaitingToGo: 'Oldest waiting to go out',
    none: 'none',
  },
} as const
