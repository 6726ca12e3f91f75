// The limit of the machine: bare Node HTTP that parses each body and inserts one row, in a
// transaction of its own, and does nothing else. Its argument is the database's address.
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { Pool } from 'pg'

const pool = new Pool({ connectionString: process.argv[2], max: 16 })
await pool.query('CREATE TABLE IF NOT EXISTS bare_ingest (id bigserial PRIMARY KEY, body text)')

const server = createServer(async (request, response) => {
  const body = await text(request)
  JSON.parse(body)
  await pool.query({
    name: 'ingest',
    text: 'INSERT INTO bare_ingest (body) VALUES ($1)',
    values: [body],
  })
  response.end('{}')
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address !== null && typeof address === 'object')
    process.stdout.write(`Ready on http://127.0.0.1:${address.port}\n`)
})
