import type { MessageLine } from '#lib/domain/message.ts'
import type { OrderItem, OrderSnapshot } from '#lib/domain/snapshot.ts'
import { element, text, type XmlNode } from '#lib/xml-writer.ts'
import { amount, decimal, trueFalse, yesNo } from './postback-values.ts'

type Owner = Pick<OrderSnapshot, 'merchantId' | 'orderId' | 'currency'>

/** One `<item>`; its `<item_id>` is the name that ONTRAPORT knows the product by. */
export function itemElement(
  { item, product }: MessageLine,
  owner: Owner,
  refund: XmlNode[] = [],
): XmlNode[] {
  return element('item', [
    ...identityOf(item, product.name, owner),
    ...text('quantity', decimal(item.quantity)),
    ...text('description', item.description),
    ...pricesOf(item, owner),
    ...text('barcode', item.barcode),
    ...text('manufacturer_sku', item.manufacturerSku),
    ...text('item_weight', item.weight),
    ...text('tax_free', trueFalse(item.isTaxFree)),
    ...text('free_shipping', trueFalse(item.isFreeShipping)),
    ...text('accounting_code', item.accountingCode),
    ...text('discount', amount(item.discountCents, owner.currency)),
    ...text('distribution_center_code', item.distributionCenterCode),
    ...text('kit', yesNo(item.isKit)),
    ...text('kit_component', yesNo(item.isKitComponent)),
    ...refund,
    ...item.options.flatMap((option) => optionOf(option, item, product.name, owner)),
  ])
}

function identityOf(item: OrderItem, name: string, owner: Owner): XmlNode[] {
  return [
    ...text('merchant_id', owner.merchantId),
    ...text('order_id', owner.orderId),
    ...text('item_id', name),
    ...text('item_index', decimal(item.index)),
  ]
}

function pricesOf(item: OrderItem, { currency }: Owner): XmlNode[] {
  return [
    ...text('cost', amount(item.unitCostCents, currency)),
    ...text('unit_cost_with_discount', amount(item.discountedUnitCostCents, currency)),
    ...text('total_cost_with_discount', amount(item.discountedTotalCents, currency)),
  ]
}

function optionOf(
  option: OrderItem['options'][number],
  item: OrderItem,
  name: string,
  owner: Owner,
): XmlNode[] {
  const chosen = [...text('option_name', option.label), ...text('option_value', option.value)]
  if (chosen.length === 0) return []
  return element('option', [
    ...identityOf(item, name, owner),
    ...chosen,
    ...text('cost_change', amount(option.costChangeCents, owner.currency)),
  ])
}
