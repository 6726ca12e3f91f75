import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maskCardNumbers, maskEmails } from '#lib/domain/mask-text.ts'

describe('an email address', () => {
  test.each([
    ['ann.smith@example.com', 'a•••@e•••.com'],
    ['<email>ann@shop.example.co.uk</email>', '<email>a•••@s•••.uk</email>'],
    ['E-Mail=ann%40example.com&tax=1', 'E-Mail=a•••%40e•••.com&tax=1'],
    ['Zoë@exämple.com', 'Z•••@e•••.com'],
    ['no address @ all', 'no address @ all'],
  ])('%s is masked', (text, masked) => {
    expect(maskEmails(text)).toBe(masked)
  })

  test('leaves no more than its first letters, wherever it stands', () => {
    fc.assert(
      fc.property(fc.emailAddress(), fc.string(), (email, around) => {
        const [user = '', host = ''] = email.split('@')
        const text = maskEmails(`${around} ${email} ${around}`)
        if (/^[a-z\d]{2,}$/i.test(user)) expect(text).not.toContain(`${user}@${host}`)
      }),
    )
  })
})

describe('a card number', () => {
  test.each([
    ['paid with 4111111111111111.', 'paid with •••• •••• ••••.'],
    ['4111 1111 1111 1111', '•••• •••• ••••'],
    ['3782-822463-10005', '•••• •••• ••••'],
  ])('%s is hidden', (text, hidden) => {
    expect(maskCardNumbers(text)).toBe(hidden)
  })

  test.each([
    ['an order id', 'DEMO-0009200417'],
    ['a tracking number', '9400110200881234567890'],
    ['a number without the check digit', '4111111111111112'],
    ['a time', '2026-11-25T10:00:00.000Z'],
  ])('%s stays', (_, text) => {
    expect(maskCardNumbers(text)).toBe(text)
  })
})
