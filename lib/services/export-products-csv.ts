import { requireDeed } from '#lib/access-check.ts'
import { BYTE_ORDER_MARK, csvLine } from '#lib/csv-writer.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { prisma } from '#lib/db/client.ts'
import { type ExportedProduct, loadExportPage } from '#lib/db/product-lists.ts'
import type { Access } from '#lib/domain/access.ts'
import type { ProductNameSource } from '#lib/domain/message.ts'
import { resolveProductName } from '#lib/domain/product-name.ts'
import { streamText } from '#lib/stream-text.ts'

const PAGE_SIZE = 1_000

/** The merchant's products as CSV in UTF-8, by item id, page by page: what is sent for each, and where the name comes from. */
export function exportProductsCsv(access: Access): ReadableStream<Uint8Array> {
  requireDeed(access, 'read')
  return streamText(writePieces(access))
}

async function* writePieces({ merchantId, actor }: Access): AsyncGenerator<string> {
  await insertAuditEntry(prisma(), { merchantId, actor, action: 'products.exported' })
  const head = ['item_id', 'description', 'oapProductid', 'product name', 'source']
  yield BYTE_ORDER_MARK + csvLine(head)
  let after = ''
  for (;;) {
    const page = await loadExportPage(prisma(), { merchantId, after, limit: PAGE_SIZE })
    const last = page.at(-1)
    if (last === undefined) return
    yield page
      .filter(({ isDeleted, mappedName }) => !isDeleted || mappedName !== null)
      .map(toLine)
      .join('')
    after = last.itemId
  }
}

function toLine(product: ExportedProduct): string {
  const { itemId, description, oapProductId } = product
  const { name, source } = resolveProductName(itemId, product)
  return csvLine([itemId, description, oapProductId, name, SOURCE_WORDS[source]])
}

const SOURCE_WORDS: Record<ProductNameSource, string> = {
  mapping: 'mapping',
  'oap-product-id': 'oapProductid',
  'item-id': 'item id',
}
