export const BULK_RESEND_TEXTS = {
  bulkResendScreen: {
    log: 'Log',
    title: 'Send many again',
    description:
      'Everything that the filter of the log finds, in one run. A store has one run at a time; it goes on when this page is closed, and after a restart.',
  },
  bulkRun: {
    title: 'The last run',
    sendingAgain: 'Sending again',
    exactlyAsSentBefore: 'exactly as sent before',
    withTheProductNames: 'with the product names of now',
    begunBy: 'Begun {moment} by {startedBy}, {mode}.',
    paused: 'Paused. ',
    putIntoTheQueue: '{paused}{queuedCount} of {totalCount} put into the queue{standings}',
    progressOfTheRun: 'Progress of the run',
    goOn: 'Go on',
    pause: 'Pause',
    cancelTheRun: 'Cancel the run',
    areOnTheirWay: 'are on their way',
    sentAgain: 'sent again',
    cancelledAfterOf: (queuedCount: string, totalCount: string) =>
      `Cancelled after ${queuedCount} of ${totalCount}`,
    theyStandNow: (standings: string) => `They stand now: ${standings}. `,
    finished: 'Finished {moment}.',
    leftOut: (reasons: string) => `Left out: ${reasons}.`,
  },
  resendChoice: {
    title: 'What to send again',
    description:
      'Counted now, by the filter of the log. Ten go out a second, oldest first, so that new sales keep their turn.',
    leftOut: (reasons: string) => `Left out: ${reasons}.`,
    sendAgain: (count: string) => `Send ${count} again…`,
    lookAtThemIn: 'Look at them in the log',
    sendToOntraportAgain: (count: string) => `Send ${count} to ONTRAPORT again?`,
    nothingHereCanBe: 'Nothing here can be sent again',
    backToTheLog: 'Back to the log',
    theFilterOfThe: 'The filter of the log finds nothing. Change it there, then come back.',
    theFilterFindsOnly: (reasons: string) => `The filter finds only what is left out: ${reasons}.`,
  },
  resendConfirm: {
    areSentAgainTen: (totalCount: string) => `${totalCount} are sent again, ten a second.`,
    eachGoesOutExactly:
      'Each goes out exactly as it was sent before. What was never sent is made now.',
    eachIsMadeInto: 'Each is made into XML anew, with today’s product names.',
    youCanPauseOr:
      '{whatGoesOut} You can pause or cancel the run; what has gone out by then stays sent.',
    iHaveReadThis: 'I have read this and want to send them again',
    sendThemAgain: 'Send them again',
    cancel: 'Cancel',
    begun: 'Begun',
  },
  resendGroups: {
    sendAgainThoseThat: 'Send again those that are',
  },
} as const
