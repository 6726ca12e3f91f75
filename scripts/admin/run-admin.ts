import { openDatabase } from '#lib/services/open-database.ts'
import { printAnswer, printHelp } from './print.ts'
import { type AdminRequest, helpText, readRequest } from './read-request.ts'

/**
 * Does what the operator's command line asks for and prints the answer, whether or
 * not the product runs. Throws what keeps it from being done.
 */
export async function runAdmin(args: string[], isJson: boolean): Promise<void> {
  const request = readRequest(args)
  if (request === null) printHelp(helpText(), isJson)
  else await runCommand(request, isJson)
}

async function runCommand({ command, input }: AdminRequest, isJson: boolean): Promise<void> {
  const database = await openDatabase({ isAsFound: command.isForAnyDatabase ?? false })
  try {
    // Printed before the database is closed, so that what was made up is never lost to a fault of the closing.
    printAnswer(await command.run(input), isJson)
  } finally {
    await database.close()
  }
}
