import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

export type Program = {
  pid: number
  output(): string
  /** Waits until the output matches; fails when the program ends before, or takes too long. */
  says(pattern: RegExp): Promise<RegExpMatchArray>
  /** The exit code; null when a signal ended it. */
  exit: Promise<number | null>
  end(signal: NodeJS.Signals): Promise<number | null>
  /** Goes away as the reader of its output. */
  stopReading(): void
}

const ROOT = join(import.meta.dirname, '../..')
const SAYS_WITHIN_MS = 60_000

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')))

/** Runs one of the scripts, by Node's flags of package.json, with nothing in its environment but what is given. */
export function runScript(
  script: string,
  environment: Record<string, string>,
  args: string[] = [],
): Program {
  return runNode([...nodeFlags(script), join(ROOT, 'scripts', script), ...args], environment)
}

function nodeFlags(script: string): string[] {
  const command = Object.values(scripts).find((one) => one.endsWith(` scripts/${script}`)) ?? ''
  return command.split(' ').filter((word) => word.startsWith('--'))
}

/** Runs Node with these arguments. */
export function runNode(args: string[], environment: Record<string, string> = {}): Program {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: plainEnvironment(environment),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const collect = (chunk: Buffer): void => {
    output += chunk.toString()
  }
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  const exit = once(child, 'close').then(([code]: (number | null)[]) => code ?? null)
  return {
    pid: child.pid ?? 0,
    output: () => output,
    says: (pattern) => waitForOutput(child, () => output, pattern),
    exit,
    end: (signal) => {
      child.kill(signal)
      return exit
    },
    stopReading: () => {
      child.stdout.destroy()
      child.stderr.destroy()
    },
  }
}

/** Nothing of the test's own environment but the way to programs. */
function plainEnvironment(environment: Record<string, string>): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, NODE_ENV: 'production', ...environment }
}

function waitForOutput(
  child: ChildProcess,
  output: () => string,
  pattern: RegExp,
): Promise<RegExpMatchArray> {
  return new Promise((resolve, reject) => {
    const fail = (reason: string): void =>
      reject(new Error(`${reason} before it said ${pattern}:\n${output()}`))
    const timer = setTimeout(() => fail('Time was up'), SAYS_WITHIN_MS)
    const look = (): void => {
      const match = output().match(pattern)
      if (match === null) return
      clearTimeout(timer)
      resolve(match)
    }
    child.stdout?.on('data', look)
    child.stderr?.on('data', look)
    child.once('close', () => {
      clearTimeout(timer)
      fail('The program ended')
    })
    look()
  })
}
