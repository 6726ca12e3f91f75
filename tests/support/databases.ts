import { Client } from 'pg'

/** Makes a database on the server that `url` names, empty or as a copy of `template`; gives its connection string. */
export async function makeDatabase(url: string, name: string, template?: string): Promise<string> {
  await runOn(url, (client) => {
    const copy = template === undefined ? '' : ` TEMPLATE ${client.escapeIdentifier(template)}`
    return client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}${copy}`)
  })
  return databaseOn(url, name)
}

export async function dropDatabase(url: string, name: string): Promise<void> {
  await runOn(url, (client) =>
    client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`),
  )
}

/** Connects, does one thing and disconnects. */
export async function runOn<Result>(
  url: string,
  deed: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: url })
  // A server that is killed meanwhile shows in the query that fails.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await deed(client)
  } finally {
    await client.end()
  }
}

function databaseOn(url: string, name: string): string {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}
