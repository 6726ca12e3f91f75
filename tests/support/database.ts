// Runs before every file of tests/integration (see setupFiles in vitest.config.ts).
// The file then has a migrated, empty PostgreSQL database, an APP_SECRET and a
// DATA_DIR of its own, all in process.env, so it just imports services and
// lib/db and uses them: `prisma()` talks to the file's own database. Nothing has
// to be cleaned up. For another database, empty ones included: ./databases.ts
// with `inject('databaseServer')` from vitest.
import { randomBytes } from 'node:crypto'
import { afterAll, inject } from 'vitest'
import { dropDatabase, makeDatabase } from './databases.ts'
import { makeOpenFolder, removeOpenFolders } from './open-folder.ts'
import { TEMPLATE } from './template-name.ts'

const name = `test_${randomBytes(8).toString('hex')}`
const server = inject('databaseServer')

process.env.DATABASE_URL = await makeDatabase(server, name, TEMPLATE)
process.env.DATA_DIR = makeOpenFolder()
process.env.APP_SECRET = randomBytes(24).toString('hex')
process.env.LOG_LEVEL = 'silent'

afterAll(async () => {
  const { disconnect } = await import('#lib/db/client.ts')
  await disconnect()
  await dropDatabase(server, name)
  removeOpenFolders()
})
