import { readFileSync } from 'node:fs'
import { descendants } from '#tests/support/process-tree.ts'

export type ProcessFigures = { pid: number; name: string; megabytes: number; cpuSeconds: number }

const TICKS_A_SECOND = 100

/** The memory that a process and those below it hold, and the processor time that each has used. */
export function processFigures(pid: number): ProcessFigures[] {
  return [pid, ...descendants(pid)].flatMap((each) => figuresOf(each) ?? [])
}

/** Null for a process that has ended meanwhile, as a connection's own does in PostgreSQL. */
function figuresOf(pid: number): ProcessFigures | null {
  try {
    return readFigures(pid)
  } catch {
    return null
  }
}

function readFigures(pid: number): ProcessFigures {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const [, kilobytes = '0'] = /^VmRSS:\s+(\d+)/m.exec(status) ?? []
  const [, name = ''] = /^Name:\s+(.+)$/m.exec(status) ?? []
  const times = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  const ticks = Number(times[11]) + Number(times[12])
  return { pid, name, megabytes: Number(kilobytes) / 1_024, cpuSeconds: ticks / TICKS_A_SECOND }
}
