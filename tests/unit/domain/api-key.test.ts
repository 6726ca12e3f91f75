import { expect, test } from 'vitest'
import { readApiKey } from '#lib/domain/api-key.ts'

test.each([
  ['  abc-123\n', 'abc-123'],
  ['https://app.ontraport.com/receivers/ultracart.php?account_id=abc-123', 'abc-123'],
  ['app.ontraport.com/receivers/ultracart.php?x=1&ACCOUNT_ID=abc%2F123&y=2 ', 'abc/123'],
  ['https://app.ontraport.com/receivers/ultracart.php?account_id=100%', '100%'],
  ['https://app.ontraport.com/receivers/ultracart.php?account_id=', ''],
])('of what was pasted, %j, the key is %j', (pasted, key) => {
  expect(readApiKey(pasted)).toBe(key)
})
