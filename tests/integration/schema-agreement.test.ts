import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getDMMF } from '@prisma/get-dmmf'
import { expect, test } from 'vitest'
import { runOn } from '#tests/support/databases.ts'

type Column = { type: string; isNullable: boolean; hasDefault: boolean; isUnique: boolean }
type Tables = Record<string, { primaryKey: string[]; columns: Record<string, Column> }>

const SCHEMA = join(import.meta.dirname, '../../prisma/schema.prisma')

const TYPES: Record<string, string> = {
  String: 'text',
  'String Uuid': 'uuid',
  Boolean: 'boolean',
  Int: 'integer',
  BigInt: 'bigint',
  Json: 'jsonb',
  Bytes: 'bytea',
  'DateTime Timestamptz 3': 'timestamp(3) with time zone',
}

test('the migrated database and the Prisma schema agree on tables, columns and keys', async () => {
  expect(await tablesOfDatabase()).toEqual(tablesOfSchema())
})

function tablesOfSchema(): Tables {
  const document = getDMMF({ datamodel: readFileSync(SCHEMA, 'utf8') })
  if (!('datamodel' in document)) throw document.error
  return Object.fromEntries(
    document.datamodel.models.map((model) => {
      const columnOf = (name: string): string =>
        model.fields.find((field) => field.name === name)?.dbName ?? name
      const ids = model.fields.filter((field) => field.isId).map((field) => field.name)
      return [
        model.dbName ?? model.name,
        {
          primaryKey: [...(model.primaryKey?.fields ?? ids)].map(columnOf),
          columns: Object.fromEntries(
            model.fields.map((field) => [
              columnOf(field.name),
              {
                type: typeOf(field.type, field.nativeType),
                isNullable: !field.isRequired,
                hasDefault: field.hasDefaultValue,
                isUnique: field.isUnique,
              },
            ]),
          ),
        },
      ]
    }),
  )
}

function typeOf(type: string, native: readonly [string, readonly string[]] | null | undefined) {
  const name = [type, ...(native ? [native[0], ...native[1]] : [])].join(' ')
  return TYPES[name] ?? `no PostgreSQL type is known for ${name}`
}

type ColumnRow = Column & { table: string; column: string; key: string[] }

async function tablesOfDatabase(): Promise<Tables> {
  const { rows } = await runOn(process.env.DATABASE_URL ?? '', (client) =>
    client.query<ColumnRow>(COLUMNS),
  )
  const tables: Tables = {}
  for (const { table, column, key, ...found } of rows) {
    const known = tables[table] ?? { primaryKey: key, columns: {} }
    known.columns[column] = found
    tables[table] = known
  }
  return tables
}

// Partitions are left out: they have the shape of the table that they are part of.
const COLUMNS = `
  SELECT c.relname AS table, a.attname AS column,
         format_type(a.atttypid, a.atttypmod) AS type,
         NOT a.attnotnull AS "isNullable", a.atthasdef AS "hasDefault",
         EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indisunique
           AND NOT i.indisprimary AND i.indnkeyatts = 1 AND i.indkey[0] = a.attnum) AS "isUnique",
         ARRAY(SELECT k.attname::text FROM pg_index i, unnest(i.indkey) WITH ORDINALITY AS n (attnum, place)
           JOIN pg_attribute k ON k.attrelid = c.oid AND k.attnum = n.attnum
           WHERE i.indrelid = c.oid AND i.indisprimary ORDER BY n.place) AS key
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
    AND a.attnum > 0 AND NOT a.attisdropped AND c.relname <> '_prisma_migrations'`
