export const WELCOME_TEXTS = {
  judgePassword: {
    atLeast10Characters: 'At least 10 characters; four words do well.',
    easyToGuessUse: 'Easy to guess: use more different characters.',
    goodLongerIsSafer: 'Good. Longer is safer still.',
    strong: 'Strong.',
  },
  newPasswordInput: {
    password: 'Password',
    showOrHideThe: 'Show or hide the password',
  },
  setUpForm: {
    chooseADateAnd: 'Choose a date and a time.',
    title: 'Set up Relay',
    description: 'One account and one store to begin with. It takes about a minute.',
    yourAccount: 'Your account',
    youWillBeThe: 'You will be the owner of this store here.',
    email: 'Email',
    yourStore: 'Your store',
    asItIsKnown: 'As it is known at UltraCart.',
    ultracartMerchantId: 'UltraCart merchant id',
    shownAtTheTop: 'Shown at the top of the UltraCart back office, such as DEMO. Capitals matter.',
    storeName: 'Store name',
    howItIsCalled: 'How it is called on these screens.',
    beginInTheSandbox: 'Begin in the sandbox',
    nothingGoesToOntraport:
      'Nothing goes to ONTRAPORT until you go live. There you can fill the log with a sample store of invented orders.',
    setUpAndSign: 'Set up and sign in',
  },
  setUpNotice: {
    title: 'This Relay is already set up',
    description: 'The set-up link works once, and it has been used.',
    signInWithYour:
      'Sign in with your account. If you have none yet, ask an owner of the store to add you.',
    goToSignIn: 'Go to sign in',
    openTheSetUp: 'Open the set-up link',
    nobodyHasAnAccount:
      'Nobody has an account here yet. The first one is made with a one-time link.',
    lookAtTheWindow: 'Look at the window in which Relay was started.',
    setUpToken: '/set-up?token=…',
    openTheLinkIt: 'Open the link it printed; it ends in {code}',
    noLinkThereAny: 'No link there any more? Start Relay again, and it prints a fresh one.',
  },
  signInForm: {
    enterYourEmailAddress: 'Enter your email address.',
    enterYourPassword: 'Enter your password.',
    title: 'Sign in',
    description: 'Welcome back.',
    email: 'Email',
    password: 'Password',
    showOrHideThe: 'Show or hide the password',
  },
  startDateInput: {
    relayOrdersPlacedFrom: 'Relay orders placed from',
    description:
      'Orders placed earlier are never sent, even when UltraCart reports them again. So ONTRAPORT does not get twice what it already has.',
    now: 'Now',
    aDateIChoose: 'A date I choose',
    fromThisDate: 'Relay orders placed from this date',
    inTheTimeOf: (zone: string) => `In the time of this computer (${zone}).`,
  },
  welcomeFrame: {
    carriesUltracartOrdersRefunds:
      'Carries UltraCart orders, refunds and auto-order changes to ONTRAPORT.',
  },
} as const
