import { counted } from './plural.ts'

export const RECONCILE_TEXTS = {
  causesTable: {
    fromUltracartToOntraport: (currency: string) => `From UltraCart to ONTRAPORT, ${currency}`,
    ultracart: 'UltraCart',
    ontraportShouldShow: 'ONTRAPORT should show',
    orders: (count: number) => `${counted(count, { one: 'order', other: 'orders' })}.`,
  },
  compositionList: {
    goods: 'Goods',
    discounts: 'Discounts',
    tax: 'Tax',
    surcharges: 'Surcharges',
    refunds: 'Refunds',
    shippingAndHandling: 'Shipping and handling',
    giftChargesGiftCertificates: 'Gift charges, gift certificates and other',
    ultracartsTotal: 'UltraCart’s total',
    whatUltracartsTotalIs: 'What UltraCart’s total is made of',
  },
  currencySection: {
    title: (currency: string) => `Orders in ${currency}`,
    orders: (count: number) => counted(count, { one: 'order', other: 'orders' }),
    sinceDeletedInUltracart: (deletedCount: number) => `${deletedCount} since deleted in UltraCart`,
    reportedWithoutAmounts: (noAmountCount: number) => `${noAmountCount} reported without amounts`,
  },
  differenceChart: {
    amount: 'Amount',
    allOthers: 'All others',
  },
  orderTable: {
    ordersWithBothTotals: 'Orders with both totals',
    order: 'Order',
    standing: 'Standing',
    ultracart: 'UltraCart',
    ontraport: 'ONTRAPORT',
    difference: 'Difference',
    deletedInUltracart: 'Deleted in UltraCart',
    testOrder: 'Test order',
    none: 'None',
  },
  ordersSection: {
    allOrders: 'All orders',
    description: 'Each order with both totals; its number leads to its messages in the log.',
    title: 'No such orders',
    inThisPeriodThere: 'In this period there are none.',
    showAllOrders: 'Show all orders',
    downloadCsv: 'Download CSV',
  },
  ownTotal: {
    compareWithOntraportsOwn: 'Compare with ONTRAPORT’s own report',
    totalInOntraportFor: (currency: string) => `Total in ONTRAPORT for this period, in ${currency}`,
    description: 'It stays in this window; nothing is saved.',
    enterAnAmountSuch: 'Enter an amount, such as 1234.50.',
    bothHaveTheseAnd: 'Both have these, and a report may count them otherwise:',
    exactlyWhatItShould: 'Exactly what it should be: nothing is left unexplained.',
    noKnownAmountIs:
      'No known amount is as large. Look for sales that ONTRAPORT got from elsewhere or that were changed there.',
    thatIsExactly: (kinds: string) => `That is exactly ${kinds}.`,
    ontraportShowsThanIt: (amount: string, side: string, hint: string) =>
      `ONTRAPORT shows ${amount} ${side} than it should. ${hint}`,
  },
  periodPicker: {
    thisMonth: 'This month',
    lastMonth: 'Last month',
    last7Days: 'Last 7 days',
    last30Days: 'Last 30 days',
    daysIChoose: 'Days I choose',
    ordersPlaced: 'Orders placed',
    firstDay: 'First day',
    lastDay: 'Last day',
    to: (first: string, last: string, timeZone: string) => `${first} to ${last}, ${timeZone}`,
  },
  reconcileScreen: {
    title: 'Reconcile',
    description:
      'What UltraCart counts, what ONTRAPORT should show, and every cent between the two.',
    theLogDoesNot: 'The log does not reach back that far',
    itBeginsOrdersTold: 'It begins {moment}. Orders told before that count as relayed.',
    noOrdersWerePlaced: 'No orders were placed in this period',
    onlyOrdersThatUltracart:
      'Only orders that UltraCart has reported can be counted. If there were some, fetch them under Integration, “Past orders”.',
  },
  totalTiles: {
    ultracart: 'UltraCart',
    ordersLessRefunds: 'orders less refunds',
    difference: 'Difference',
    explainedBelow: 'explained below',
    ontraportShouldShow: 'ONTRAPORT should show',
    acceptedWithoutShippingAnd: 'accepted, without shipping and handling',
  },
} as const
