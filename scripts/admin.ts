import { openDatabase } from '#lib/services/open-database.ts'
import { printAnswer, printFault, printHelp } from './admin/print.ts'
import { type AdminRequest, helpText, readRequest } from './admin/read-request.ts'

/** The operator's command line: `npm run admin -- help` tells what it does. It works whether or not the product runs. */
async function runAdmin(args: string[]): Promise<number> {
  const isJson = args.includes('--json')
  try {
    const request = readRequest(args)
    if (request === null) printHelp(helpText(), isJson)
    else await runCommand(request, isJson)
    return 0
  } catch (error) {
    return printFault(error, isJson)
  }
}

async function runCommand({ command, input }: AdminRequest, isJson: boolean): Promise<void> {
  const database = await openDatabase()
  try {
    // Printed before the database is closed: what was made up is never lost to a fault of the closing.
    printAnswer(await command.run(input), isJson)
  } finally {
    await database.close()
  }
}

process.exitCode = await runAdmin(process.argv.slice(2))
