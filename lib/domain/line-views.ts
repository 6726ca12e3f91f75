import type { AutoOrderLine, Message, MessageLine, ProductName } from './message.ts'
import type { LineView } from './transmission.ts'

/** The items of a message as the log shows them: each with the name sent and where the name comes from. */
export function toLineViews(message: Message): LineView[] {
  switch (message.kind) {
    case 'sale':
      return message.lines.map(toBoughtView)
    case 'refund':
      return message.lines.map((line) => ({
        ...toBoughtView(line),
        quantity: line.quantityRefunded,
        amountCents: line.refundedCents,
      }))
    case 'auto-order-status':
      return flagDuplicates(
        firstOfEach([
          ...message.originalLines.map(toBoughtView),
          ...message.lines.flatMap(toScheduledViews),
        ]),
      )
    case 'affiliate':
      return []
  }
}

function toBoughtView({ item, product, isDuplicateName }: MessageLine): LineView {
  const unitCents = item.discountedUnitCostCents ?? item.unitCostCents
  return {
    itemId: item.itemId,
    description: item.description,
    quantity: item.quantity,
    amountCents:
      item.discountedTotalCents ??
      (unitCents === null ? null : Math.round(unitCents * item.quantity)),
    productName: product.name,
    nameSource: product.source,
    isDuplicateName,
  }
}

function toScheduledViews({ item, original, next }: AutoOrderLine): LineView[] {
  const quantity = item.originalQuantity ?? 1
  return [
    toScheduledView(item.originalItemId, original, quantity),
    ...(next === null ? [] : [toScheduledView(item.nextItemId, next, quantity)]),
  ]
}

function toScheduledView(
  itemId: string,
  { name, source }: ProductName,
  quantity: number,
): LineView {
  return {
    itemId,
    description: '',
    quantity,
    amountCents: null,
    productName: name,
    nameSource: source,
    isDuplicateName: false,
  }
}

/** An auto order names an item up to three times: as bought, as scheduled, as next. */
function firstOfEach(views: readonly LineView[]): LineView[] {
  return [...Map.groupBy(views, (view) => view.itemId).values()].flatMap((same) => same.slice(0, 1))
}

function flagDuplicates(views: readonly LineView[]): LineView[] {
  return views.map((view) => ({
    ...view,
    isDuplicateName: views.some(
      (other) => other.productName === view.productName && other.itemId !== view.itemId,
    ),
  }))
}
