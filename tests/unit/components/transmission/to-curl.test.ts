import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { toCurl } from '#components/transmission/to-curl.ts'

test('a shell reads the command as it was meant, whatever stands in the message', () => {
  const request = `<a>it's "quoted" $HOME \`id\` \\ ü\n</a>`
  const url = 'https://app.ontraport.com/receivers/ultracart.php?account_id=••••4f2a'
  const script = `curl() { printf '%s\\0' "$@"; }\n${toCurl({ url, request })}`
  const words = execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0')
  expect(words).toEqual([
    '--request',
    'POST',
    url,
    '--header',
    'Content-Type: text/xml; charset=utf-8',
    '--data-binary',
    request,
    '',
  ])
})
