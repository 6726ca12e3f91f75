import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'

export type AdminRun = { exitCode: number | null; stdout: string; stderr: string }

/** Runs the operator's command line in a process of its own, on the test's environment unless told otherwise. */
export async function runAdmin(
  args: readonly string[],
  { input = '', env = {} }: { input?: string; env?: Record<string, string> } = {},
): Promise<AdminRun> {
  const child = spawn(process.execPath, ['scripts/admin.ts', ...args], {
    env: { ...process.env, ...env },
  })
  child.stdin.end(input)
  const exitCode = new Promise<number | null>((resolve, reject) => {
    child.once('close', resolve)
    child.once('error', reject)
  })
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { exitCode: await exitCode, stdout, stderr }
}

/** The one JSON object of a command that did what it was asked to. */
export async function adminAnswer(
  args: readonly string[],
  given: Parameters<typeof runAdmin>[1] = {},
): Promise<Record<string, unknown>> {
  const { exitCode, stdout, stderr } = await runAdmin([...args, '--json'], given)
  if (exitCode !== 0) throw new Error(`admin ${args.join(' ')} ended with ${exitCode}: ${stderr}`)
  return JSON.parse(stdout)
}
