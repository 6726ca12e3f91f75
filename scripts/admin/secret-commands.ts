import { rotateSecret } from '#lib/services/rotate-secret.ts'
import type { Command } from './command.ts'

export const SECRET_COMMANDS: Command[] = [
  {
    name: 'secret rotate',
    usage: '',
    summary:
      'Makes a new secret and seals every stored key and password with it, while the product runs. Run again after it was cut off, it goes on.',
    positionalCount: 0,
    options: [],
    run: rotateSecret,
  },
]
