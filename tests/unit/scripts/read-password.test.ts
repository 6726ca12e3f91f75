import { PassThrough, Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { readPassword } from '../../../scripts/admin/read-password.ts'

test('the first line is the password, without its line end', async () => {
  expect(await readPassword(Readable.from(['a long ', 'password\r\nmore\n']))).toBe(
    'a long password',
  )
})

test('a last line needs no line end', async () => {
  expect(await readPassword(Readable.from(['a long password']))).toBe('a long password')
})

test('a pipe that stays open is read to its first line and closed', async () => {
  const pipe = new PassThrough()
  pipe.write('a long password\n')
  expect(await readPassword(pipe)).toBe('a long password')
  expect(pipe.destroyed).toBe(true)
})

test('an empty input has no password', async () => {
  expect(await readPassword(Readable.from([]))).toBeNull()
  expect(await readPassword(Readable.from(['\n']))).toBeNull()
})

test('a terminal is not asked', async () => {
  expect(await readPassword(Object.assign(new PassThrough(), { isTTY: true }))).toBeNull()
})
