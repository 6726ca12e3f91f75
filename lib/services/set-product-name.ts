import { requireDeed } from '#lib/access-check.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { inTransaction } from '#lib/db/client.ts'
import { findProductRow } from '#lib/db/product-list.ts'
import { removeProductMapping, saveProductMapping } from '#lib/db/products.ts'
import type { Access } from '#lib/domain/access.ts'
import { isOneLine } from '#lib/domain/one-line.ts'
import type { ProductRow } from '#lib/domain/product.ts'
import { AppError } from '#lib/errors.ts'

const LONGEST_NAME = 255

/**
 * Sets the name that ONTRAPORT gets for an item, from the next message on;
 * `null` or an empty name takes it away. Answers the product as the list now
 * shows it. `malformed` for a name or an item id that cannot be kept.
 */
export async function setProductName(
  access: Access,
  given: { itemId: string; productName: string | null },
): Promise<ProductRow> {
  requireDeed(access, 'edit')
  const { merchantId, actor } = access
  const itemId = readText(given.itemId, 'item id')
  const productName = readText(given.productName ?? '', 'product name')
  if (itemId === '') throw new AppError('malformed', 'The item id is missing.')
  return inTransaction(async (db) => {
    if (productName === '') await removeProductMapping(db, { merchantId, itemId })
    else await saveProductMapping(db, { merchantId, itemId, productName })
    await insertAuditEntry(db, {
      merchantId,
      actor,
      action: productName === '' ? 'mapping.removed' : 'mapping.saved',
      details: { itemId, productName },
    })
    return (await findProductRow(db, merchantId, itemId)) ?? unknownProduct(itemId)
  })
}

function readText(given: string, what: string): string {
  const text = given.trim()
  if (text.length > LONGEST_NAME)
    throw new AppError('malformed', `The ${what} has more than ${LONGEST_NAME} characters.`)
  if (!isOneLine(text))
    throw new AppError('malformed', `The ${what} has a line break or another control character.`)
  return text
}

/** An item that the store never told of, once its entry is taken away. */
function unknownProduct(itemId: string): ProductRow {
  return {
    itemId,
    description: '',
    oapProductId: '',
    mappedName: null,
    nameSent: itemId,
    nameSource: 'item-id',
    sameNameAs: [],
    isKnownToStore: false,
    isSold: false,
  }
}
