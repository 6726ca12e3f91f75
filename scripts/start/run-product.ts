import { env, prepareForNext, setPort } from '#lib/env.ts'
import { logger } from '#lib/logger.ts'
import { derivedSecret } from '#lib/secrets.ts'
import { type RunningDatabase, startDatabase } from '#lib/services/start-database.ts'
import { ensureBuild } from './ensure-build.ts'
import { findPort } from './find-port.ts'
import type { ProductOptions } from './product-options.ts'

/**
 * Runs the whole product in this process: database, web app and relay. Resolves
 * with the exit code when it was told to stop and has stopped, everything that it
 * started included. Throws `StartError` when it cannot start.
 */
export async function runProduct(options: ProductOptions): Promise<number> {
  setPort(await findPort(env.HOST, env.PORT))
  prepareForNext({ isDev: options.isDev, authSecret: derivedSecret('next-auth') })
  // The large rest of the program is read while the database starts.
  const [database, { serve }] = await Promise.all([startDatabase(), import('./serve.ts')])
  try {
    if (!options.isDev) await ensureBuild(options)
    return await watch(database, (ended) => serve(options, ended))
  } finally {
    await database.close()
  }
}

/** A database that ends by itself takes the product with it, whose supervisor then starts both anew. */
async function watch(
  database: RunningDatabase,
  serving: (ended: Promise<void>) => Promise<void>,
): Promise<number> {
  let isServing = true
  let hasFailed = false
  const ended = database.ended.then(() => {
    if (!isServing) return
    logger.fatal('database.ended')
    hasFailed = true
  })
  await serving(ended)
  isServing = false
  return hasFailed ? 1 : 0
}
