import type { Job, PgBoss } from 'pg-boss'
import { logger } from '#lib/logger.ts'
import { onTransmissions, TRANSMISSION_QUEUE, type TransmissionJob } from './boss.ts'
import { Bell } from './work-transmissions/bell.ts'
import { Places } from './work-transmissions/places.ts'

/** Writes down the attempts of what is due of these, and returns the end of each message that is on its way then. */
export type StartDeliveries = (
  transmissionIds: string[],
) => Promise<ReadonlyMap<string, Promise<void>>>

/** As many messages are on their way at once from one process as its pool has connections. */
const PLACES = 128
/** What a batch costs the database is mostly the same for one message and for many. */
const BATCH_SIZE = 64
/** While one is written down, the next is loaded; more at once would make the batches small. */
const MAX_STARTING = 2
/** A job that comes due by itself is announced by nobody. */
const POLL_EVERY_MS = 1_000

/**
 * Takes jobs as places come free, not batch after batch, so that a message
 * without an answer keeps one place and no more; a merchant that has its share
 * of the places gets no further ones until some come free. A job only wakes:
 * what is due stands in the rows. It is done once the attempt is written down;
 * a message whose process dies after that is found by the sweep.
 */
export async function workTransmissions(
  boss: PgBoss,
  start: StartDeliveries,
): Promise<{ stop: () => Promise<void> }> {
  const worker = new TransmissionWorker(boss, start)
  const hangUp = await onTransmissions(boss, () => worker.wake())
  const running = worker.run()
  return {
    stop: async () => {
      worker.stop()
      await hangUp()
      await running
    },
  }
}

type TransmissionJobs = Job<TransmissionJob>[]

class TransmissionWorker {
  readonly #boss: PgBoss
  readonly #start: StartDeliveries
  readonly #bell = new Bell()
  readonly #places = new Places(PLACES)
  readonly #underway = new Set<Promise<void>>()
  #startingCount = 0
  /** Jobs may be waiting that there was no room for. */
  #isShortOfRoom = false
  #isStopping = false

  constructor(boss: PgBoss, start: StartDeliveries) {
    this.#boss = boss
    this.#start = start
  }

  wake(): void {
    this.#bell.ring()
  }

  stop(): void {
    this.#isStopping = true
    this.#bell.ring()
  }

  /** Ends after `stop`, once every message that was on its way has its outcome. */
  async run(): Promise<void> {
    while (!this.#isStopping) {
      const mayBeMore = await this.#takeJobs()
      if (!mayBeMore) await this.#bell.wait(POLL_EVERY_MS)
    }
    while (this.#underway.size > 0) await Promise.all(this.#underway)
  }

  async #takeJobs(): Promise<boolean> {
    const batchSize = Math.min(BATCH_SIZE, this.#places.freeCount)
    const crowded = this.#places.crowdedMerchants()
    this.#isShortOfRoom = batchSize === 0 || this.#startingCount >= MAX_STARTING
    if (this.#isShortOfRoom) return false
    this.#isShortOfRoom = crowded.length > 0
    const jobs = await this.#fetch(batchSize, crowded)
    if (jobs.length > 0) this.#follow(this.#startJobs(jobs))
    return jobs.length === batchSize
  }

  async #fetch(batchSize: number, ignoreGroups: string[]): Promise<TransmissionJobs> {
    try {
      return await this.#boss.fetch<TransmissionJob>(TRANSMISSION_QUEUE, {
        batchSize,
        ignoreGroups,
      })
    } catch (error) {
      logger.warn({ err: error }, 'queue.failed')
      return []
    }
  }

  async #startJobs(jobs: TransmissionJobs): Promise<void> {
    for (const job of jobs) this.#places.take(merchantOf(job))
    this.#startingCount += 1
    const ends = await this.#startOrFail(jobs)
    this.#startingCount -= 1
    for (const job of jobs) {
      const end = ends.get(job.data.id) ?? Promise.resolve()
      this.#follow(end.catch(report).then(() => this.#leave(job)))
    }
  }

  async #startOrFail(jobs: TransmissionJobs): Promise<ReadonlyMap<string, Promise<void>>> {
    const jobIds = jobs.map((job) => job.id)
    try {
      const ends = await this.#start(jobs.map((job) => job.data.id))
      this.#follow(this.#boss.complete(TRANSMISSION_QUEUE, jobIds).then(ignore, report))
      return ends
    } catch (error) {
      report(error)
      // While the database is away this fails, too, and the jobs come back once their heartbeat is missed.
      await this.#boss.fail(TRANSMISSION_QUEUE, jobIds).catch(report)
      return new Map()
    }
  }

  #leave(job: Job<TransmissionJob>): void {
    this.#places.leave(merchantOf(job))
    if (this.#isShortOfRoom) this.#bell.ring()
  }

  #follow(deed: Promise<void>): void {
    const followed = deed.finally(() => this.#underway.delete(followed))
    this.#underway.add(followed)
  }
}

function merchantOf({ groupId }: Job<TransmissionJob>): string {
  return groupId ?? ''
}

function report(error: unknown): void {
  logger.error({ err: error }, 'delivery.failed')
}

function ignore(): void {}
