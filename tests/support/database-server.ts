import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '#lib/db/embedded-postgres.ts'
import { migrate } from '#lib/db/migrate.ts'
import { makeDatabase } from './databases.ts'
import { makeOpenFolder, removeOpenFolders } from './open-folder.ts'
import { TEMPLATE } from './template-name.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The connection string of the test server's maintenance database. */
    databaseServer: string
  }
}

/** One PostgreSQL for all integration tests; its data need not outlive a crash, so nothing is flushed to disk. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startEmbeddedPostgres(makeOpenFolder(), {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    autovacuum: 'off',
    shared_buffers: '64MB',
    max_connections: '200',
  })
  const template = await makeDatabase(server.url, TEMPLATE)
  await migrate(template)
  project.provide('databaseServer', server.url)
  return async () => {
    await server.stop()
    removeOpenFolders()
  }
}
