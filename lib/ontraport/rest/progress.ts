/** What the calls of a message have found and made so far. */
export type Progress = {
  contactId: string | null
  /** Ids by product name, which is any text. */
  productIds: ReadonlyMap<string, string>
  /** Names that the account has no product of. */
  missingProducts: readonly string[]
  invoiceId: string | null
  /** The order must be looked up first: an earlier try may have told it. */
  mustLookUp: boolean
  /** The contact was gone and has been found anew. */
  isContactRenewed: boolean
  isRefunded: boolean
  hasTagsAdded: boolean
  hasTagsRemoved: boolean
}

export const NO_PROGRESS: Progress = {
  contactId: null,
  productIds: new Map(),
  missingProducts: [],
  invoiceId: null,
  mustLookUp: false,
  isContactRenewed: false,
  isRefunded: false,
  hasTagsAdded: false,
  hasTagsRemoved: false,
}

/** What is worth keeping for later messages. */
export type ApiRecord = {
  kind: 'contact' | 'product' | 'invoice' | 'refund'
  reference: string
  id: string
}
