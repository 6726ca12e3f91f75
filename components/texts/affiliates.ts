import { counted } from './plural.ts'

export const AFFILIATES_TEXTS = {
  affiliateEmpty: {
    title: 'No affiliate matches',
    clearTheSearch: 'Clear the search',
    aNumberHasTo: 'A number has to be whole; of names, companies and emails any part will do.',
    noAffiliatesYet: 'No affiliates yet',
    ultracartHasNoWebhook:
      'UltraCart has no webhook for affiliate sign-ups, so they do not come by themselves. Below are the ways in which they can.',
  },
  affiliateTable: {
    affiliates: 'Affiliates',
    number: 'Number',
    name: 'Name',
    email: 'Email',
    approval: 'Approval',
    lastTold: 'Last told',
    fromOrder: ', from order {anchor}',
    knownByItsNumber:
      'Known by its number only{more}. ONTRAPORT is not told until its name and email come.',
    title: 'What ONTRAPORT was told',
  },
  affiliatesScreen: {
    title: 'Affiliates',
    description:
      'ONTRAPORT is told of an affiliate when it joins and when its approval changes. Other changes are kept here only.',
    searchTheAffiliates: 'Search the affiliates',
    placeholder: 'Number, name or email',
    loading: 'Loading',
    affiliatesShown: (affiliatesCount: number) => `${affiliatesCount} affiliates shown`,
  },
  approvalBadge: {
    approved: 'Approved',
    notApproved: 'Not approved',
  },
  listImport: {
    uploadCsv: 'Upload CSV',
    title: 'Upload a list of affiliates',
    theFirstRowNames:
      'The first row names the columns; needed are the affiliate’s number and its approval or status. Without an email an affiliate is only noted.',
    entries: (count: number) => counted(count, { one: 'entry', other: 'entries' }),
    faultyRowsWereLeft: (count: number) =>
      ` ${counted(count, { one: 'faulty row was', other: 'faulty rows were' })} left out.`,
    inTheLog: (news: string, left: string) => `${news} in the log.${left}`,
  },
  listPreview: {
    whatTheListWould: 'What the list would change',
    row: 'Row',
    affiliate: 'Affiliate',
    approval: 'Approval',
    whatHappens: 'What happens',
  },
  waysIn: {
    title: 'How affiliates come in',
    description:
      'UltraCart offers no webhook for affiliate sign-ups. There are three ways; each tells ONTRAPORT the same, and never twice.',
    aScriptPosts: '1. A form or a script posts them',
    letYourSignUp:
      'Let your sign-up form, an automation tool or a script post each affiliate, or up to 1,000 in a list, with the user name and password of the webhook. The first two fields are required; without an email the affiliate is only noted.{curlExample}',
    youUploadAList: '2. You upload a list',
    exportTheAffiliatesFrom:
      'Export the affiliates from UltraCart as CSV and upload the file above. You see what is new, changed and unchanged before anything happens, so the same list can be uploaded every week.',
    ultracartReportsThem: '3. UltraCart reports them, should it ever',
    affiliateCreate: 'affiliate_create',
    ifUltracartBeginsTo:
      'If UltraCart begins to send events such as {emphasis} to the webhook, they are read like the others. Until then UltraCart names affiliates in orders only: such a number is listed here, and nothing is sent.',
    exampleThePasswordIs: 'Example; the password is on the Integration page',
    theExample: 'the example',
    exampleOfACall: 'Example of a call that posts an affiliate',
  },
} as const
