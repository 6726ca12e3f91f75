export const INTEGRATION_TEXTS = {
  integrationScreen: {
    title: 'Integration',
    description: 'How the store at UltraCart and the account at ONTRAPORT are joined.',
  },
  keyForm: {
    ultracartIntegrationKey: 'UltraCart Integration Key',
    description:
      'In ONTRAPORT: Administration → Integrations → UltraCart. You may also paste the whole receiver address that holds the key.',
  },
  keyModal: {
    title: 'Replace the key',
  },
  keySection: {
    keySaved: 'Key saved',
    ontraportAcceptedIt: 'ONTRAPORT accepted it.',
    title: 'ONTRAPORT key',
    description:
      'The UltraCart Integration Key tells ONTRAPORT which account the messages are for. It is kept encrypted.',
    messagesGoTo: 'Messages go to {code}',
    noKeyIsSaved:
      'No key is saved yet, so messages wait. An owner or editor of this store can enter it.',
    testConnection: 'Test connection',
    replace: 'Replace…',
  },
  keyTestNotice: {
    title: 'The key works',
    theKeyWasTurned: 'The key was turned away',
    theKeyCouldNot: 'The key could not be proven',
  },
  mappingSection: {
    title: 'Product names',
    description:
      'The name under which ONTRAPORT gets each item. Without an entry it is the oapProductid field of the item, else the item id; that is fine where both sides use the same names.',
    allProductsWithSearch: 'All products, with search',
  },
  methodCards: {
    inUse: 'In use',
    useThisMethod: 'Use this method…',
    carries: 'Carries:',
    lacks: 'Lacks:',
  },
  methodSection: {
    changeToThe: (name: string) => `Change to the ${name}?`,
    changeTheMethod: 'Change the method',
    leaveIt: 'Leave it',
    methodChanged: 'Method changed',
    title: 'Method',
    description: 'How the store’s sales reach ONTRAPORT. Exactly one of the two tells a sale.',
    theTwoVendorsDo: 'The two vendors do not advise the same',
    ultracartRecommendsTheApi:
      'UltraCart recommends the API method. ONTRAPORT says that it does not track partner sales, and recommends the pixel for live orders. Without partners, the API method carries more; with partners, take the pixel method, or the API method with partner attribution. Products that ONTRAPORT polls stay in step under both.',
    thisCountsForWhat: 'This counts for what UltraCart reports from now on:',
  },
  setUpNotice: {
    otherWebhooksOfThe: 'Other webhooks of the store are left as they are.',
    title: 'Please note',
    ultracartsWebhookIsAs: 'UltraCart’s webhook is as it should be',
    theWebhookWasMade: 'The webhook was made',
    thisWouldBeMade: 'This would be made at UltraCart',
    theWebhookWasChanged: 'The webhook was changed',
    thisWouldChangeAt: 'This would change at UltraCart',
  },
} as const
