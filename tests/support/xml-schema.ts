import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { validateXML } from 'xmllint-wasm'

export type SchemaName =
  | 'sale'
  | 'refund'
  | 'auto-order-status'
  | 'affiliate'
  | 'items'
  | 'transmissions'

const SCHEMA_FOLDER = join(import.meta.dirname, '../../public/schemas')

/** Holds a document against its published schema with libxml2; throws with libxml2's own words. */
export async function assertValid(xml: string, schema: SchemaName): Promise<void> {
  await assertAllValid([xml], schema)
}

/** The same for many documents in one run of libxml2, which costs a start each time. */
export async function assertAllValid(documents: string[], schema: SchemaName): Promise<void> {
  const result = await validateXML({
    xml: documents.map((contents, index) => ({ fileName: `${schema}-${index}.xml`, contents })),
    schema: [await readFile(join(SCHEMA_FOLDER, `${schema}.xsd`), 'utf8')],
    initialMemoryPages: 1024,
    maxMemoryPages: 4096,
  })
  if (result.valid) return
  const faults = result.errors.map((fault) => fault.rawMessage).join('\n')
  throw new Error(`Not valid against ${schema}.xsd:\n${faults || result.rawOutput}`)
}
