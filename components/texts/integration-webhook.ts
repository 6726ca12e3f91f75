import { counted } from './plural.ts'

export const WEBHOOK_TEXTS = {
  backfillForm: {
    ordersPlacedFrom: 'Orders placed from',
    untilTheEndOf: 'until the end of',
    fetchTheseOrders: 'Fetch these orders',
    thePeriodBeginsBefore: 'The period begins before the start date, {moment}',
    theStartDateMoves:
      'The start date moves back to the first day of the period. All paid orders since then are told, in this backfill and whenever UltraCart reports them again; what ONTRAPORT has of them from elsewhere would then be there twice.',
    ordersPlacedBeforeIt:
      'Orders placed before it will be skipped: they stand in the log with that reason, and ONTRAPORT hears nothing of them.',
    moveTheStartDate: 'Move the start date back and tell these orders, too',
  },
  backfillSection: {
    title: 'Past orders',
    description:
      'Fetches the orders of a period from UltraCart. Each goes the way of a webhook: what was told before is not told again, and all relay rules hold.',
    underThePartnerTracking:
      'Under the Partner Tracking Pixel method the buyer’s browser tells ONTRAPORT of a sale, so there is nothing to send for past orders.',
    cancelTheBackfill: 'Cancel the backfill',
  },
  backfillState: {
    of: (foundCount: number, totalCount: number) => `${foundCount} of ${totalCount}`,
    ordersFetched: '{count} orders fetched: {outcomes}',
    progressOfTheBackfill: 'Progress of the backfill',
    itGoesOnThis: 'It goes on {countdown}; this page may be left meanwhile.',
    title: (foundCount: number, outcomes: string) =>
      `${counted(foundCount, { one: 'order', other: 'orders' })} found: ${outcomes}`,
    finished: '; finished ',
    theFirstThatCould: (firstFault: string) => ` The first that could not be read: ${firstFault}.`,
    theLastBackfillFailed: 'The last backfill failed',
    theLastBackfillWas: 'The last backfill was cancelled',
    checkThatTheSimple:
      ' Check that the simple key has the permission order_read, then start it again: nothing is told twice.',
    untilThenOrdersCame:
      '{message} Until then {foundCount} orders came: {outcomes}. {period}.{advice}',
    placedFromTo: 'Placed from {from} to {to}',
    told: (told: number) => `${told} told`,
    unchanged: (unchanged: number) => `${unchanged} unchanged`,
    skipped: (skipped: number) => `${skipped} skipped`,
    held: (held: number) => `${held} held`,
    withErrors: (faultyCount: number) => `${faultyCount} with errors`,
  },
  deliveryTable: {
    label: 'UltraCart’s calls and what arrived',
    ultracartCalled: 'UltraCart called',
    whatUltracartNoted: 'What UltraCart noted',
    whatArrivedHere: 'What arrived here',
    success: 'Success',
    failure: 'Failure',
    details: 'Details',
    noStatus: 'no status',
    http: (statusCode: number) => `HTTP ${statusCode}`,
    ms: (durationMs: number) => `${durationMs} ms`,
    afterMsInThe: (queueDelayMs: number) => `after ${queueDelayMs} ms in the queue`,
    nothingWasFoundAt: 'Nothing was found at that time',
    nothingWasKeptIt: 'Nothing was kept: it did not get in',
    newUnchangedIgnored: (acceptedCount: number, unchangedCount: number, ignoredCount: number) =>
      `${acceptedCount} new, ${unchangedCount} unchanged, ${ignoredCount} ignored`,
    refused: (error: string) => `refused: ${error}`,
  },
  expansionGaps: {
    title: 'UltraCart leaves out parts that ONTRAPORT needs',
    cameWithout: '{event} came without {missing} ({ago})',
    expansionsOf: (eventName: string) => `Expansions of ${eventName}`,
    openTheWebhook:
      'In UltraCart, open the webhook and replace the expansions of these events. Each event leaves this list with the first one that arrives complete.{events}',
  },
  ultracartLogSection: {
    title: 'UltraCart’s log of the webhook',
    description:
      'What UltraCart noted of its calls in the last three days, beside what arrived here. UltraCart allows 1,000 API calls an hour, so this is loaded only when you ask for it.',
    load: 'Load',
    refresh: 'Refresh',
    notLoadedYet: 'Not loaded yet.',
    ultracartHasNoWebhook:
      'UltraCart has no webhook that calls this installation. Set it up above.',
    ultracartHasNotCalled: 'UltraCart has not called since {moment}.',
  },
  ultracartSection: {
    title: 'Set up through UltraCart’s API',
    description:
      'With a simple key that has the permissions webhook_read and webhook_write, Relay makes the webhook itself and sees how UltraCart fares with it; with order_read it can fetch past orders.',
    ownersAndEditorsOf: 'Owners and editors of this store can use it.',
  },
  webhookCredentials: {
    webhookAddress: 'Webhook address',
    userName: 'User name',
    hidePassword: 'Hide password',
    showPassword: 'Show password',
    password: 'Password',
    onlyOwnersAndEditors: 'Only owners and editors of this store see it.',
    makeANewWebhook: 'Make a new webhook password?',
    thePasswordShownHere:
      'The password shown here changes at once. UltraCart may go on with the old one for 24 hours; enter the new one there before that time is over, or its events will be turned away.',
    makeANewPassword: 'Make a new password',
    keepTheOldOne: 'Keep the old one',
    newPasswordMade: 'New password made',
    enterItInUltracart: 'Enter it in UltraCart within the next 24 hours.',
    rotatePassword: 'Rotate password…',
  },
  webhookHealthNotice: {
    eventsWait: (count: number) => counted(count, { one: 'event waits', other: 'events wait' }),
    title: 'UltraCart has disabled the webhook',
    itFailedTimesIn: (consecutiveFailures: number, waiting: string) =>
      `It failed ${consecutiveFailures} times in a row; ${waiting} there. Mend the cause, then set the webhook up above: that switches it on again.`,
    ultracartFailedToGet: (consecutiveFailures: number) =>
      `UltraCart failed to get through ${consecutiveFailures} times in a row`,
    itTriesAgain: ' It tries again {moment}.',
    there: '{waiting} there.{nextTry}',
    ultracartGetsThrough: 'UltraCart gets through',
    thereNow: (waiting: string) => `${waiting} there.`,
  },
  webhookSection: {
    title: 'What UltraCart must call',
    description:
      'UltraCart reports each order and change to Relay by a webhook: a web address that it calls as soon as something happens.',
    addAWebhookIn: 'Add a webhook in UltraCart',
    configurationDeveloperWebhooks: 'Configuration → Developer → Webhooks',
    basic: 'Basic',
    openAndAddA:
      'Open {place} and add a webhook with the authentication type {type}. Enter these three:{webhookCredentials}',
    chooseWhatItReports: 'Choose what it reports',
    expansions: 'expansions',
    tickTheseEventsSave:
      'Tick these events. Save once, so that UltraCart shows the box for {emphasis} (the parts of an order that come with the event), and paste the expansions of each kind.{webhookSubscriptions}',
    tryIt: 'Try it',
    saveThenPlaceA:
      'Save, then place a test order or let UltraCart send its test event. It shows here and in the log within seconds.',
    nothingHasArrivedFrom: 'Nothing has arrived from UltraCart yet',
    followTheThreeSteps: 'Follow the three steps below; this line changes with the first event.',
    ultracartIsTurnedAway: 'UltraCart is turned away: its user name or password is wrong',
    callsWereRefused: (count: number) =>
      `Since {since}, ${counted(count, { one: 'call was', other: 'calls were' })} refused, the last {last}. Nothing they report is taken. Enter the user name and the password below in UltraCart; it goes on trying for some days.`,
    ultracartReachesRelayLast: 'UltraCart reaches Relay: last event {ago}',
  },
  webhookSetUpPanel: {
    makeIt: 'Make it',
    changeIt: 'Change it',
    seeWhatWouldChange: 'See what would change',
    lookAgain: 'Look again',
  },
  webhookSubscriptionsList: {
    events: (title: string) => `${title}: events`,
    expansions: (title: string) => `${title}: expansions`,
  },
} as const
