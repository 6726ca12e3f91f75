export const INTEGRATION_API_TEXTS = {
  way: {
    title: 'Way to ONTRAPORT',
    description:
      'By which of ONTRAPORT’s doors sales go. What was told stays told; what waits goes out by the new way.',
    receiver: 'UltraCart receiver (XML)',
    receiverCarries: 'As UltraCart’s page describes it: one key, one XML document a message.',
    api: 'ONTRAPORT API (App ID and key)',
    apiCarries:
      'ONTRAPORT’s documented API: each sale is a few calls that you can see, an order whose answer was lost is looked up instead of sent twice, and a partial refund becomes a tag of the buyer.',
    inUse: 'In use',
    useReceiver: 'Use the receiver',
    enterApp: 'Enter App ID and key…',
    useApi: 'Use the API',
    saved: 'App ID and key saved',
    changed: 'Way changed',
  },
  app: {
    title: 'ONTRAPORT API',
    description:
      'The App ID and key of ONTRAPORT’s API. Both are kept encrypted; the App ID tells which account sales go to.',
    test: 'Test connection',
    replace: 'Replace…',
    saved: 'App ID and key saved',
    accepted: 'ONTRAPORT accepted them.',
  },
  form: {
    title: 'ONTRAPORT’s API',
    appId: 'App ID',
    appIdWhere:
      'In ONTRAPORT: Administration → Integrations → ONTRAPORT API instructions and key manager.',
    key: 'API key',
    keyWhere:
      'It stands beside the App ID. The user whom it belongs to needs rights for contacts, products and transactions.',
    showOrHide: 'Show or hide the key',
    enterBoth: 'Enter both the App ID and the key.',
    testAndSave: 'Test and save',
  },
} as const
