import { env, prepareForNext, setPort } from '#lib/env.ts'
import { logger } from '#lib/logger.ts'
import { derivedSecret } from '#lib/secrets.ts'
import { type RunningDatabase, startDatabase } from '#lib/services/start-database.ts'
import { isBuilt } from './build-stamp.ts'
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
  // While the database starts, the large rest of the program is read and Next made
  // ready; not before the server is launched, or its start would wait for the reading.
  const isReady = options.isDev || isBuilt(options.root)
  const launch = Promise.withResolvers<void>()
  const [database, early] = await Promise.allSettled([
    startDatabase(launch.resolve).catch((error: unknown) => {
      launch.reject(error)
      throw error
    }),
    launch.promise.then(() => (isReady ? prepareServing(options) : null)),
  ])
  if (database.status === 'rejected') throw database.reason
  try {
    if (early.status === 'rejected') throw early.reason
    const serving = early.value ?? (await buildAndPrepare(options))
    return await watch(database.value, serving)
  } finally {
    await database.value.close()
  }
}

type Serving = (ended: Promise<void>) => Promise<void>

async function buildAndPrepare(options: ProductOptions): Promise<Serving> {
  await ensureBuild(options)
  return prepareServing(options)
}

/** Makes the web app ready; what comes back serves and relays until told to stop. */
async function prepareServing(options: ProductOptions): Promise<Serving> {
  const { prepareToServe } = await import('./serve.ts')
  return prepareToServe(options)
}

/** A database that ends by itself takes the product with it, whose supervisor then starts both anew. */
async function watch(database: RunningDatabase, serving: Serving): Promise<number> {
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
