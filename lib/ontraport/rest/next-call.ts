import { type ApiCall, findCall } from './api-call.ts'
import type { ContactPlan, Plan, RefundPlan, SalePlan } from './plan.ts'
import type { Progress } from './progress.ts'

/** What a call is for. */
export type Step =
  | { kind: 'look-up-order'; call: ApiCall }
  | { kind: 'look-up-status'; call: ApiCall }
  | { kind: 'save-contact'; call: ApiCall }
  | { kind: 'find-product'; call: ApiCall; name: string }
  | { kind: 'make-product'; call: ApiCall; name: string }
  | { kind: 'log-sale'; call: ApiCall }
  | { kind: 'refund-sale'; call: ApiCall }
  | { kind: 'add-tags'; call: ApiCall }
  | { kind: 'remove-tags'; call: ApiCall }

export type NextCall = Step | { kind: 'done' } | { kind: 'impossible'; reason: string }

/** The call that a message needs next, given what the calls before it brought. */
export function nextCall(plan: Plan, progress: Progress): NextCall {
  switch (plan.kind) {
    case 'sale':
      return nextOfSale(plan, progress)
    case 'refund':
      return nextOfRefund(plan, progress)
    case 'contact':
      return nextOfContact(plan, progress)
  }
}

function nextOfSale(plan: SalePlan, progress: Progress): NextCall {
  if (progress.mustLookUp) return lookUpOrder(plan.orderId)
  const hasTags = plan.addTags.length + plan.removeTags.length > 0
  if (progress.invoiceId !== null && !hasTags) return { kind: 'done' }
  if (progress.contactId === null) return saveContact(plan.contact)
  if (progress.invoiceId !== null) return nextTags(plan, progress, progress.contactId)
  if (plan.lines.length === 0)
    return { kind: 'impossible', reason: 'The order has no item that ONTRAPORT could log.' }
  const unknown = plan.lines.find(({ name }) => !progress.productIds.has(name))
  if (unknown !== undefined) return findOrMakeProduct(plan, progress, unknown)
  return { kind: 'log-sale', call: logSale(plan, progress.contactId, progress.productIds) }
}

function nextOfRefund({ orderId, how }: RefundPlan, progress: Progress): NextCall {
  if (progress.isRefunded) return { kind: 'done' }
  const { invoiceId } = progress
  if (invoiceId === null) return lookUpOrder(orderId)
  if (progress.mustLookUp)
    return { kind: 'look-up-status', call: findCall('Transactions', 'id', invoiceId) }
  // Object 46 is the transaction (ids of objects in ONTRAPORT's PHP SDK).
  const body = { objectID: 46, ids: [Number(invoiceId)] }
  return { kind: 'refund-sale', call: { method: 'PUT', path: `/transaction/${how}`, body } }
}

function nextOfContact(plan: ContactPlan, progress: Progress): NextCall {
  const { contactId } = progress
  return contactId === null ? saveContact(plan.contact) : nextTags(plan, progress, contactId)
}

/** Matched by email; `ignore_blanks` keeps what ONTRAPORT has where we know nothing. */
function saveContact(contact: Record<string, string>): NextCall {
  if (contact.email === undefined)
    return {
      kind: 'impossible',
      reason: 'There is no email, and ONTRAPORT knows people by their email.',
    }
  const body = { ...contact, ignore_blanks: 1 }
  return { kind: 'save-contact', call: { method: 'POST', path: '/Contacts/saveorupdate', body } }
}

function lookUpOrder(orderId: string): NextCall {
  return { kind: 'look-up-order', call: findCall('Transactions', 'external_order_id', orderId) }
}

function findOrMakeProduct(
  plan: SalePlan,
  progress: Progress,
  { name, price }: SalePlan['lines'][number],
): NextCall {
  if (!progress.missingProducts.includes(name))
    return { kind: 'find-product', name, call: findCall('Products', 'name', name) }
  if (!plan.createProducts)
    return {
      kind: 'impossible',
      reason: `ONTRAPORT has no product named "${name}". Make it there, give the item the name that it has there under Products, or allow that missing products are made; then send this again.`,
    }
  return {
    kind: 'make-product',
    name,
    call: { method: 'POST', path: '/Products', body: { name, price } },
  }
}

/** `chargeLog` only writes the sale down, and the template -1 mails the buyer nothing. Times are in milliseconds. */
function logSale(
  plan: SalePlan,
  contactId: string,
  productIds: ReadonlyMap<string, string>,
): ApiCall {
  return {
    method: 'POST',
    path: '/transaction/processManual',
    body: {
      contact_id: Number(contactId),
      chargeNow: 'chargeLog',
      trans_date: plan.placedAt,
      invoice_template: -1,
      external_order_id: plan.orderId,
      ...(plan.partner === null ? {} : { oprid: plan.partner }),
      offer: {
        products: plan.lines.map(({ name, quantity, price }) => ({
          id: Number(productIds.get(name)),
          quantity,
          total: toTotal(quantity, price),
          type: 'one_time',
          taxable: false,
          shipping: false,
          price: [{ price, payment_count: 1, unit: 'month' }],
        })),
      },
    },
  }
}

/** Four places are as many as any currency has. */
function toTotal(quantity: number, price: number): number {
  return Number((quantity * price).toFixed(4))
}

function nextTags(plan: SalePlan | ContactPlan, progress: Progress, contactId: string): NextCall {
  const ids = [Number(contactId)]
  const path = '/objects/tagByName'
  if (plan.addTags.length > 0 && !progress.hasTagsAdded) {
    const body = { objectID: 0, ids, add_names: plan.addTags }
    return { kind: 'add-tags', call: { method: 'PUT', path, body } }
  }
  if (plan.removeTags.length > 0 && !progress.hasTagsRemoved) {
    const body = { objectID: 0, ids, remove_names: plan.removeTags }
    return { kind: 'remove-tags', call: { method: 'DELETE', path, body } }
  }
  return { kind: 'done' }
}
