import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/** Below those that systems give to connections going out, which could take a port between this look and its use. */
const LOWEST = 15_000
const HIGHEST = 32_000
const MOST_TRIES = 20

/** A port on the loopback address that nobody listens on: the preferred one when it is free; 0 prefers none. */
export async function freePort(preferred = 0): Promise<number> {
  const drawn = Array.from({ length: MOST_TRIES }, () => randomInt(LOWEST, HIGHEST))
  for (const port of preferred === 0 ? drawn : [preferred, ...drawn])
    if (await isFree(port)) return port
  throw new Error('No free port.')
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
