import { defineConfig } from 'prisma/config'

// `prisma generate` uses no engine, yet looks for one to download; naming any
// existing program keeps the install working without a connection.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
})
