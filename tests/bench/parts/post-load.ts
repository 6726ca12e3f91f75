import { setTimeout as wait } from 'node:timers/promises'
import { Pool } from 'undici'

export type Target = { url: string; authorization?: string }

export type Load = {
  /** How many posts were answered with 200. */
  posts: number
  seconds: number
  /** From each post to its answer, in milliseconds. */
  delaysMs: number[]
}

const CONNECTIONS = 32

/** Posts as fast as the answers come, over 32 connections, until the time is over or the bodies are. */
export async function postAtFullSpeed(
  target: Target,
  nextBody: () => string | null,
  seconds = Number.POSITIVE_INFINITY,
): Promise<Load> {
  return withPool(target, async (post) => {
    const started = performance.now()
    const isOver = (): boolean => performance.now() - started >= seconds * 1_000
    const delaysMs: number[] = []
    const postOnAndOn = async (): Promise<void> => {
      while (!isOver()) {
        const body = nextBody()
        if (body === null) return
        delaysMs.push(await post(body))
      }
    }
    await Promise.all(Array.from({ length: CONNECTIONS }, postOnAndOn))
    return finish(started, delaysMs)
  })
}

/** Posts at a steady rate whatever the answers do, so that a slow answer does not lower the load. */
export async function postAtRate(
  target: Target,
  nextBody: () => string,
  { rate, seconds }: { rate: number; seconds: number },
  onAnswer: (index: number) => void = () => {},
): Promise<Load> {
  return withPool(target, async (post) => {
    const started = performance.now()
    const answers: Promise<number>[] = []
    for (let index = 0; index < rate * seconds; index += 1) {
      const early = started + (index * 1_000) / rate - performance.now()
      if (early > 1) await wait(early)
      answers.push(
        post(nextBody()).then((delay) => {
          onAnswer(index)
          return delay
        }),
      )
    }
    return finish(started, await Promise.all(answers))
  })
}

function finish(started: number, delaysMs: number[]): Load {
  return { posts: delaysMs.length, seconds: (performance.now() - started) / 1_000, delaysMs }
}

async function withPool(
  { url, authorization }: Target,
  run: (post: (body: string) => Promise<number>) => Promise<Load>,
): Promise<Load> {
  const { origin, pathname } = new URL(url)
  const pool = new Pool(origin, { connections: CONNECTIONS, pipelining: 1 })
  const headers = { 'content-type': 'application/json', ...(authorization && { authorization }) }
  try {
    return await run(async (body) => {
      const sent = performance.now()
      const answer = await pool.request({ path: pathname, method: 'POST', headers, body })
      await answer.body.dump()
      if (answer.statusCode !== 200) throw new Error(`${url} answered ${answer.statusCode}`)
      return performance.now() - sent
    })
  } finally {
    await pool.close()
  }
}
