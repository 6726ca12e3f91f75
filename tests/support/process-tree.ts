import { readdirSync, readFileSync } from 'node:fs'

/** Kills a process and everything below it at once, leaving none of them a moment to tidy up. */
export function killTree(pid: number): void {
  // 0 stands for our own group, and below 1 is everybody.
  if (!(pid > 1)) throw new Error(`There is no process ${pid} to kill.`)
  for (const each of [pid, ...descendants(pid)]) kill(each)
}

/** The processes below a process, at any depth. */
export function descendants(pid: number): number[] {
  const children = processes().filter((each) => each.parent === pid)
  return children.flatMap((child) => [child.pid, ...descendants(child.pid)])
}

/** Processes whose command line contains the text. */
export function processesNaming(text: string): number[] {
  return processes()
    .filter(({ command }) => command.includes(text))
    .map(({ pid }) => pid)
}

type Process = { pid: number; parent: number; command: string }

function processes(): Process[] {
  return readdirSync('/proc').flatMap((name) => {
    const found = /^\d+$/.test(name) ? readProcess(Number(name)) : null
    return found === null ? [] : [found]
  })
}

/** Null for a process that ended while it was looked at. */
function readProcess(pid: number): Process | null {
  try {
    const [, parent] = /\) \S+ (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return { pid, parent: Number(parent), command }
  } catch {
    return null
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It is gone already, which is what was wanted.
  }
}
