import { Client, DatabaseError } from 'pg'
import { StartError } from '#lib/errors.ts'
import { EMBEDDED_USER } from './postgres-folder.ts'

// Any number does, as long as every version of the program uses the same one.
const OWNER_LOCK = 7_269_001
const WRONG_PASSWORD = '28P01'

/**
 * Makes this process the owner of an embedded server until the connection ends;
 * a killed owner's lock goes with its connection. Null while the server is not
 * ready or another living process owns it.
 */
export async function claimServer(port: number, password: string): Promise<Client | null> {
  const client = new Client({
    host: '127.0.0.1',
    port,
    user: EMBEDDED_USER,
    password,
    database: 'postgres',
    application_name: 'relay owner',
  })
  // A server that ends takes the connection with it; whoever started it watches its process.
  client.on('error', () => undefined)
  if ((await connect(client)) && (await lock(client))) return client
  await client.end()
  return null
}

/** Makes the product's own database when it is missing. */
export async function makeDatabase(owner: Client, name: string): Promise<void> {
  const found = await owner.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
  if (found.rowCount === 0) await owner.query(`CREATE DATABASE ${owner.escapeIdentifier(name)}`)
}

async function connect(client: Client): Promise<boolean> {
  try {
    await client.connect()
    return true
  } catch (cause) {
    if (cause instanceof DatabaseError && cause.code === WRONG_PASSWORD)
      throw new StartError(
        'The embedded PostgreSQL refuses the password in DATA_DIR/postgres-password: put back the file that belongs to this database.',
        { cause },
      )
    return false
  }
}

async function lock(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ is_ours: boolean }>(
    'SELECT pg_try_advisory_lock($1) AS is_ours',
    [OWNER_LOCK],
  )
  return rows[0]?.is_ours === true
}
