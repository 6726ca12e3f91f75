// Runs before every file of tests/e2e (see setupFiles in vitest.config.ts).
import { afterAll } from 'vitest'
import { removeOpenFolders } from './open-folder.ts'

afterAll(removeOpenFolders)
