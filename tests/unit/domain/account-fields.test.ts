import { describe, expect, test } from 'vitest'
import {
  checkApiKey,
  checkEmail,
  checkMerchantId,
  checkPassword,
  checkWebhookUser,
  normalizeEmail,
} from '#lib/domain/account-fields.ts'

test('an email is stored in lower case without the spaces around it', () => {
  expect(normalizeEmail(' Ann@Example.COM ')).toBe('ann@example.com')
})

describe('what will not do gets a sentence', () => {
  test.each([
    ['an email without @', checkEmail('ann')],
    ['an email with a space', checkEmail('a nn@example.com')],
    ['an email of 255 characters', checkEmail(`${'a'.repeat(243)}@example.com`)],
    ['a password of 9 characters', checkPassword('123456789')],
    ['a password of 201 characters', checkPassword('x'.repeat(201))],
    ['an empty merchant id', checkMerchantId('')],
    ['a merchant id of 21 characters', checkMerchantId('x'.repeat(21))],
    ['a merchant id with a slash', checkMerchantId('a/b')],
    ['a webhook user with a colon', checkWebhookUser('a:b')],
    ['an API key with a space', checkApiKey('a b')],
    ['an API key with a line break', checkApiKey('a\nb')],
  ])('%s', (_, fault) => {
    expect(fault).toMatch(/\.$/)
  })
})

describe('what will do gets none', () => {
  test.each([
    ['an email', checkEmail("o'neill+relay@mail.example.com")],
    ['a password of 10 characters', checkPassword('1234567890')],
    ['a merchant id of every allowed kind', checkMerchantId('Demo_Store-2026')],
    ['a webhook user', checkWebhookUser('ultracart')],
    ['an API key', checkApiKey('2_AGPEFi9tm9Zq')],
  ])('%s', (_, fault) => {
    expect(fault).toBeNull()
  })
})
