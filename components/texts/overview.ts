export const OVERVIEW_TEXTS = {
  healthCard: {
    everyMessageSinceWas: 'Every message since {moment} was accepted.',
    theOldestHasWaited: 'The oldest has waited since {moment}.',
  },
  healthLooks: {
    ultracartIsTurnedAway: 'UltraCart is turned away: its user name or password is wrong',
    compareBothOnIntegration:
      'Nothing that it reports is taken. Compare both on the Integration page with what is entered in UltraCart; it goes on trying for some days.',
    inTheSandbox: 'In the sandbox',
    whatIsShownHere:
      'What is shown here is the sandbox’s. ONTRAPORT hears nothing until you go live.',
    oneThingIsMissing: 'One thing is missing: the ONTRAPORT key',
    ordersAreTakenIn: 'Orders are taken in already; they wait until a key is saved.',
    readyAndWaitingFor: 'Ready, and waiting for the first event from UltraCart',
    addTheWebhookIn: 'Add the webhook in UltraCart; the first order shows here within seconds.',
    workingButSomeMessages: 'Working, but some messages need attention',
    newOrdersAreRelayed: 'New orders are relayed. What is listed below needs somebody.',
    ultracartHasGoneSilent: 'UltraCart has gone silent',
    whatArrivedWasRelayed: 'What arrived was relayed. Below is what to look at.',
    connectedNothingHadTo: 'Connected; nothing had to be sent yet',
    theFirstPaidOrder: 'The first paid order goes to ONTRAPORT by itself.',
    everythingWorks: 'Everything works',
    ultracartReportsOntraportAccepts:
      'UltraCart reports, ONTRAPORT accepts, nothing needs attention.',
  },
  overviewScreen: {
    title: 'Overview',
    description: (merchantName: string) => `How ${merchantName} is doing.`,
  },
  overviewSkeleton: {
    title: 'Overview',
    description: 'How your store is doing.',
  },
  setUpChecklist: {
    title: 'Get started',
    description: (doneCount: number, stepsCount: number) =>
      `${doneCount} of ${stepsCount} steps done. This list goes away with the first message that ONTRAPORT accepts.`,
    done: 'Done:',
    addTheWebhookIn: 'Add the webhook in UltraCart',
    soThatUltracartReports: 'So that UltraCart reports orders to Relay.',
    checkTheProductNames: 'Check the product names',
    onlyWhereOntraportCalls:
      'Only where ONTRAPORT calls a product by another name than its item id.',
    placeATestOrder: 'Place a test order',
    payItWithA: 'Pay it with a small amount, or let the rule for test orders send it.',
    enterTheOntraportSub: 'Enter the ONTRAPORT sub-domain of each theme',
    andPasteTheSnippet: 'And paste the snippet of each into its receipt.',
    enterTheOntraportKey: 'Enter the ONTRAPORT key',
    itSaysWhichAccount: 'It says which account the messages are for.',
  },
  silenceNotice: {
    checkTheWebhook: 'Check the webhook',
    maybeNobodyBoughtAnything:
      'Maybe nobody bought anything. If the shop has orders, look in UltraCart whether the webhook is disabled or its password has changed; missed orders can be fetched under Integration, “Past orders”.',
  },
  statTiles: {
    lastEventFromUltracart: 'Last event from UltraCart',
    noneYet: 'None yet',
    lastAcceptedByOntraport: 'Last accepted by ONTRAPORT',
    waitingToGoOut: 'Waiting to go out',
    throughIn: 'they go out at the rate that is allowed; through {left}',
    theOldestCame: 'the oldest came {ago}',
    lastItemPoll: 'Last item poll',
  },
  storageNotice: {
    title: (freeBytes: string) => `${freeBytes} left on the disk`,
    theDatabaseTakesAsk: (words: string, databaseBytes: string) =>
      `${words} The database takes ${databaseBytes}. Ask whoever runs this installation to make room, or keep texts for fewer days.`,
    onceItIsFull: 'Once it is full, no order can be taken.',
    ordersMayBeTurned: 'Orders may be turned away at any moment.',
    gb: (value: string) => `${value} GB`,
  },
} as const
