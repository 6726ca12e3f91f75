/** An order's stage as the webhooks spell it, from its name or from the code in the XML Postback; an unknown one stays as it is. */
export function stageName(codeOrName: string): string {
  return STAGES.get(codeOrName.toLowerCase()) ?? codeOrName
}

const NAMES = [
  'Accounts Receivable',
  'Pending Clearance',
  'Fraud Review',
  'Rejected',
  'Shipping Department',
  'Completed Order',
  'Quote Request',
  'Quote Sent',
  'Least Cost Routing',
  'Unknown',
  'Pre-ordered',
  'Advanced Order Routing',
  'Hold',
]

const STAGES: ReadonlyMap<string, string> = new Map([
  ...NAMES.map((name): [string, string] => [name.toLowerCase(), name]),
  ['ar', 'Accounts Receivable'],
  ['sd', 'Shipping Department'],
  ['co', 'Completed Order'],
  ['rej', 'Rejected'],
  ['po', 'Pre-ordered'],
])
