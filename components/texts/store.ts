export const STORE_TEXTS = {
  page: 'Store',
  title: 'This store',
  description: (merchantId: string) =>
    `UltraCart knows it as ${merchantId}; that cannot be changed here.`,
  name: 'Name',
  zone: 'Time zone',
  zoneHint:
    'In which the days of the log, of Reconcile and of the daily digest begin. Choose the one that is set in UltraCart, so that its reports and these have the same days. Whoever has a zone of their own in their profile goes on reading times in that.',
  noZone: 'No zone of this name',
  save: 'Save',
  saved: 'Store saved',
  onlyOwners: 'Only owners of this store can change it.',
} as const
