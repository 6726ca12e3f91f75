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

/** The names of more files than this overflow the stack of libxml2's program. */
const MOST_AT_ONCE = 1_000

/** The same for many documents at once, since each run of libxml2 costs a start. */
export async function assertAllValid(documents: string[], schema: SchemaName): Promise<void> {
  const xsd = await readFile(join(SCHEMA_FOLDER, `${schema}.xsd`), 'utf8')
  for (let at = 0; at < documents.length; at += MOST_AT_ONCE)
    await assertBatchValid(documents.slice(at, at + MOST_AT_ONCE), schema, xsd)
}

async function assertBatchValid(
  documents: string[],
  schema: SchemaName,
  xsd: string,
): Promise<void> {
  const result = await validateXML({
    xml: documents.map((contents, index) => ({ fileName: `${index}.xml`, contents })),
    schema: [xsd],
    initialMemoryPages: 1024,
    maxMemoryPages: 4096,
  })
  if (result.valid) return
  const faults = result.errors.slice(0, 10).map(({ rawMessage, loc }) => {
    const place = documents[Number.parseInt(loc?.fileName ?? '', 10)]
    return `${rawMessage}\n${place ?? ''}`
  })
  throw new Error(`Not valid against ${schema}.xsd:\n${faults.join('\n') || result.rawOutput}`)
}
