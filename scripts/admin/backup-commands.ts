import { backUp } from '#lib/services/back-up.ts'
import { restoreBackup } from '#lib/services/restore-backup.ts'
import type { Command } from './command.ts'
import { readPassword } from './read-password.ts'

export const BACKUP_COMMANDS: Command[] = [
  {
    name: 'backup',
    usage: 'FILE [--with-secret]',
    summary:
      'Writes the whole database into a file while the product runs. Keep DATA_DIR/app-secret or APP_SECRET too; with --with-secret the file holds it, under the passphrase on the first line of standard input.',
    positionalCount: 1,
    options: ['with-secret'],
    run: async ({ positionals: [file = ''], options }) =>
      backUp(
        file,
        options['with-secret'] === true ? ((await readPassword(process.stdin)) ?? '') : null,
      ),
  },
  {
    name: 'restore',
    usage: 'FILE',
    summary:
      'Restores a backup into an empty database while the product is stopped. Nothing goes out afterwards until a person says so. The passphrase, if the file needs it, is the first line of standard input.',
    positionalCount: 1,
    options: [],
    isForAnyDatabase: true,
    run: ({ positionals: [file = ''] }) => restoreBackup(file, () => readPassword(process.stdin)),
  },
]
