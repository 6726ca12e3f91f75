export const RULE_TEXTS = {
  ruleDraft: {
    ruleSaved: 'Rule saved',
  },
  attributionSection: {
    ruleSaved: 'Rule saved',
    partnersAreAttributed: 'Partners are attributed by pixel',
    partnersAreNotAttributed: 'Partners are not attributed by pixel',
    title: 'Partner attribution',
    description:
      'ONTRAPORT sets a contact’s first referrer only when the contact is made, and never for one made by the API. So the receipt’s pixel can name the partner first, without a purchase, and the sale follows by the API.',
    attributePartnersByPixel: 'Attribute partners by pixel',
    theReceiptSendsThe: (saleDelaySeconds: string) =>
      `The receipt sends the buyer’s email and no purchase; the sale waits ${saleDelaySeconds} for that. Rebills have no receipt and do not wait.`,
    salesGoOutAt: 'Sales go out at once, and partners are not credited.',
    off: 'Off',
    on: 'On',
    aBuyerWhoLeaves:
      'A buyer who leaves before the receipt shows, or blocks images or third-party cookies, is not attributed; the sale itself always arrives.',
    aSaleWaits: (saleDelaySeconds: string) => `A sale waits ${saleDelaySeconds}`,
    howLongASale: 'How long a sale waits',
    fiveSecondsTo60Minutes: '5 seconds to 60 minutes, such as 30 s or 2 min.',
    save: 'Save',
  },
  ruleTrial: {
    lookingAtWhatHappened: 'Looking at what happened last…',
    save: 'Save',
    leaveAsItIs: 'Leave as it is',
    inTheMessageOf: (reference: string) => `In the message of ${reference}:`,
    now: 'Now',
    afterwards: 'Then',
    noMessage: 'no message',
  },
  rulesSection: {
    title: 'Relay rules',
    description:
      'What is sent and what is not. Another choice is first tried on what happened last; saved, it counts for what arrives from then on.',
  },
  apiRules: {
    title: 'Rules of the API',
    description:
      'What becomes of sales, refunds, auto orders and affiliates in ONTRAPORT. Another choice is first tried on what happened last.',
  },
  snippetPanel: {
    snippetForTheReceipt: (themeName: string) => `Snippet for the receipt of ${themeName}`,
    ultracartReplacesTheWords:
      'UltraCart replaces the words in brackets. Check {token} in UltraCart’s list of receipt tokens and write it as it stands there: without the email ONTRAPORT gets the order’s number and subtotal only, since Relay gives away nothing of an order to a caller who does not bring its buyer’s email.',
    title: 'Check this token in UltraCart',
  },
  startDateRow: {
    startDate: 'Start date',
    asItIs: 'As it is',
    fromThisMoment: 'From this moment',
    fromADay: 'From a day…',
    noStartDate: 'No start date',
    ordersPlacedFromThis: 'Orders placed from this day are told',
    ordersAreRelayedWhenever: 'Orders are relayed whenever they were placed.',
    ordersPlacedBeforeTell:
      'Orders placed before {moment} tell nothing. An earlier date lets older orders go out when UltraCart reports them again; what ONTRAPORT has from elsewhere would then be there twice.',
  },
  themeForm: {
    addATheme: 'Add a theme',
    themeCodeOrStorefront: 'Theme code or StoreFront host',
    description:
      'Such as DFLT or shop.example.com; “default” stands for all themes without a row of their own.',
    ontraportSubDomain: 'ONTRAPORT sub-domain',
    pasteYourWholeTracking:
      'Paste your whole tracking pixel from ONTRAPORT, or its host, such as myaccount.ontraport.com.',
    save: 'Save',
  },
  themeItem: {
    defaultAllOtherThemes: 'default (all other themes)',
    reallyRemove: (name: string) => `Remove ${name}?`,
    remove: 'Remove',
    keep: 'Keep',
    themeRemoved: 'Theme removed',
    reportsTo: (ontraportHost: string) => `reports to ${ontraportHost}`,
    changeTheme: (name: string) => `Change ${name}`,
    change: 'Change…',
    removeTheme: (name: string) => `Remove ${name}`,
    removeAfterQuestion: 'Remove…',
    receiptsOfThemesWithout:
      'Receipts of themes without a row of their own tell ONTRAPORT nothing any more.',
    itsReceiptsReportTo:
      'Its receipts report to the default sub-domain from now on, or nowhere if there is none.',
  },
  themesSection: {
    title: 'Themes and receipt snippets',
    description:
      'Each theme (a code) or StoreFront (a host) reports to an ONTRAPORT sub-domain; “default” stands for all that have none of their own. Paste each snippet into the receipt of its theme: in UltraCart under Conversion and Tracking of the theme, or Privacy & Tracking → Custom of the StoreFront, in the part for the receipt.',
    noThemeHasAn: 'No theme has an ONTRAPORT sub-domain yet',
    untilOneIsSet:
      'Until one is set, receipts tell ONTRAPORT nothing. In ONTRAPORT the pixel is under Administration → Developer preferences and resources → Get partner tracking pixel.',
    themes: 'Themes',
    nameOfTheEmail: 'Name of the email parameter',
    ontraportsPixelsSpellIt:
      'ONTRAPORT’s pixels spell it in two ways. Take the one in your own pixel there; pasting that pixel for a theme sets it by itself.',
    ruleSaved: 'Rule saved',
    thePixelNamesThe: (pixelEmail: string) => `The pixel names the email “${pixelEmail}”`,
  },
} as const
