import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { printFault } from './admin/print.ts'

enableCompileCache(join(import.meta.dirname, '..', '.next/cache/node'))
const args = process.argv.slice(2)
const isJson = args.includes('--json')
try {
  // Imported here, since reading a wrong environment throws on import.
  const { runAdmin } = await import('./admin/run-admin.ts')
  await runAdmin(args, isJson)
} catch (error) {
  process.exitCode = printFault(error, isJson)
}
