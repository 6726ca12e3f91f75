export const SANDBOX_TEXTS = {
  receivedMessages: {
    nothingHasBeenReceived: 'Nothing has been received yet.',
    noAnswer: 'no answer',
    messageAsReceived: 'Message as received',
    noAnswerWasGiven: 'No answer was given in time.',
    answered: (responseBody: string) => `Answered: ${responseBody}`,
    openItInThe: 'Open it in the log',
  },
  sampleStoreButton: {
    theSampleStoreHas: 'The sample store has reported',
    eventsSeeThemIn: (eventCount: number) => `${eventCount} events; see them in the log.`,
    fillWithASample: 'Fill with a sample store',
  },
  sampleStoreCard: {
    title: 'See it work before you go live',
    description:
      'An invented store reports two hours of its life through the real webhook address: paid, held, refunded, test and free orders, a subscription that renews, declines and ends, and two items under one name. All of it stays in the sandbox.',
  },
  sandboxBadge: {
    title: 'Made in the sandbox: it went to the receiver inside Relay, not to ONTRAPORT',
    sandbox: 'Sandbox',
  },
  sandboxBanner: {
    title: 'Sandbox: its 403 has paused sending',
    sandbox: 'Sandbox',
    chooseAnotherAnswer: 'Choose another answer',
    openTheSandbox: 'Open the sandbox',
    soItWouldBe:
      'So it would be with a stale key. Everything waits, in order, until the sandbox answers otherwise.',
    messagesGoToA: 'Messages go to a receiver inside Relay. ONTRAPORT hears nothing.',
  },
  sandboxSection: {
    title: 'Sandbox',
    received: 'Received',
    theStoreIsIn:
      'The store is in the sandbox: messages go to a receiver inside Relay, exactly as they would go to ONTRAPORT, and it needs no key.',
    theStoreIsLive:
      'The store is live: messages go to ONTRAPORT. In the sandbox they go to a receiver inside Relay, so that you see exactly what would be sent.',
    theSandboxAnswers: 'The sandbox answers',
    whatTheSandboxAnswers: 'What the sandbox answers',
  },
  switchButton: {
    inTheSandbox: 'In the sandbox',
    nothingGoesToOntraport: 'Nothing goes to ONTRAPORT.',
    messagesGoToOntraport: 'Messages go to ONTRAPORT from now on.',
    live: 'Live',
    goLive: 'Go live…',
    enterTheSandbox: 'Enter the sandbox…',
  },
} as const
