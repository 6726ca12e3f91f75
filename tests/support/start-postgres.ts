// A process of its own that holds an embedded PostgreSQL until it is told to stop.
import { once } from 'node:events'
import { startEmbeddedPostgres } from '#lib/db/embedded-postgres.ts'

const server = await startEmbeddedPostgres(process.argv[2] ?? '', { fsync: 'off' })
process.stdout.write('started\n')
await once(process, 'SIGTERM')
await server.stop()
