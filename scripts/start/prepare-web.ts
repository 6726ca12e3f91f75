import type { Server } from 'node:http'
import next from 'next'
import { appUrl, env } from '#lib/env.ts'
import { createHttpFront } from '#lib/http-front.ts'
import { toPortError } from './find-port.ts'
import { frontRoutes } from './front-routes.ts'

export type Web = {
  /** Accepts nothing more and lets the answers under way out, until `cut` aborts. */
  close(cut: AbortSignal): Promise<void>
}

/** The web app made ready: `listen` serves it and the webhooks on HOST and PORT. */
export type PreparedWeb = { listen(): Promise<Web> }

export async function prepareWeb({
  root,
  isDev,
}: {
  root: string
  isDev: boolean
}): Promise<PreparedWeb> {
  const front = createHttpFront({
    routes: frontRoutes,
    fallback: (request, response) => answerByNext(request, response),
    publicUrl: appUrl(),
  })
  const app = next({
    dir: root,
    dev: isDev,
    hostname: env.HOST,
    port: env.PORT,
    httpServer: front.server,
  })
  await (isDev ? app.prepare() : inSilence(() => app.prepare()))
  const answerByNext = app.getRequestHandler()
  return {
    listen: async () => {
      await listen(front.server)
      return { close: front.close }
    },
  }
}

/** Next tells standard output that it read its settings; those lines are ours, and a failed start is one sentence. */
async function inSilence(deed: () => Promise<void>): Promise<void> {
  const { log } = console
  console.log = () => undefined
  try {
    await deed()
  } finally {
    console.log = log
  }
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(toPortError(error, env.HOST, env.PORT)))
    server.listen(env.PORT, env.HOST, resolve)
  })
}
