import { createServer } from 'node:net'
import { StartError } from '#lib/errors.ts'

const SENTENCES: Record<string, (variable: string) => string> = {
  EADDRINUSE: (variable) =>
    `is in use: stop the program that uses it, or set ${variable} to another one`,
  EACCES: (variable) => `is not allowed to this user: set ${variable} to 1024 or more`,
}

/** The port to listen on, seen to be free; for 0 any free one. Taken or forbidden, it is a `StartError`. */
export function findPort(host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error) => reject(toPortError(error, host, port)))
    server.listen(port, host, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port))
    })
  })
}

/** Why nothing can listen there, in one sentence; `variable` is the one that sets the port. */
export function toPortError(
  cause: Error,
  host: string,
  port: number,
  variable = 'PORT',
): StartError {
  const code = 'code' in cause ? String(cause.code) : cause.message
  const sentence = SENTENCES[code]
  return new StartError(
    sentence === undefined
      ? `HOST ${host} cannot be listened on (${code}): set it to an address of this machine.`
      : `Port ${port} ${sentence(variable)}.`,
    { cause },
  )
}
