import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { readBackend, readFrontend, type WireMessage } from './wire-reader.ts'

/** One thing seen on a connection, before it goes on to the other side. */
export type Sight = {
  /** The `application_name` of the connection. */
  application: string
  /** What the connection has asked for since its transaction began, this statement included. */
  statements: readonly string[]
} & ({ kind: 'statement'; text: string } | { kind: 'completed'; tag: string })

/** `cut`: what was seen never arrives, and the connection is gone. */
export type Watcher = (sight: Sight) => 'pass' | 'cut'

export type PostgresProxy = {
  /** The connection string that leads through here. */
  url: string
  watch(watcher: Watcher | null): void
  close(): Promise<void>
}

/** Stands between a client and the PostgreSQL of a connection string, and shows what passes in either direction. */
export async function startPostgresProxy(target: string): Promise<PostgresProxy> {
  let watcher: Watcher | null = null
  const open = new Set<Socket>()
  const server = createServer((client) => {
    const upstream = connect(Number(new URL(target).port), '127.0.0.1')
    for (const socket of [client, upstream]) open.add(socket)
    join(client, upstream, (sight) => watcher?.(sight) ?? 'pass')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The port is not known.')
  const url = new URL(target)
  url.port = String(address.port)
  return {
    url: url.href,
    watch: (next) => {
      watcher = next
    },
    close: async () => {
      server.close()
      for (const socket of open) socket.destroy()
      await once(server, 'close')
    },
  }
}

function join(client: Socket, upstream: Socket, see: Watcher): void {
  const look = lookAt(see)
  const cut = (): void => {
    client.destroy()
    upstream.destroy()
  }
  pass(client, upstream, { read: readFrontend(), look, cut })
  pass(upstream, client, { read: readBackend(), look, cut })
}

type Passing = {
  read: (chunk: Buffer) => WireMessage[]
  look: (message: WireMessage) => 'pass' | 'cut'
  cut: () => void
}

function pass(from: Socket, to: Socket, { read, look, cut }: Passing): void {
  from.setNoDelay(true)
  from.on('data', (chunk: Buffer) => {
    if (read(chunk).some((message) => look(message) === 'cut')) cut()
    else to.write(chunk)
  })
  from.on('error', cut)
  from.on('close', cut)
}

/** Remembers whose connection it is and what its transaction has asked for. */
function lookAt(see: Watcher): Passing['look'] {
  let application = ''
  let statements: string[] = []
  return (message) => {
    if (message.kind === 'startup') {
      application = message.application
      return 'pass'
    }
    if (message.kind === 'statement')
      statements = message.text === 'BEGIN' ? ['BEGIN'] : [...statements.slice(-20), message.text]
    return see({ application, statements, ...message })
  }
}
