import { describe, expect, test } from 'vitest'
import { prisma } from '#lib/db/client.ts'
import { findConnection } from '#lib/db/connections.ts'
import { listThemes } from '#lib/services/list-themes.ts'
import { removeTheme } from '#lib/services/remove-theme.ts'
import { setTheme } from '#lib/services/set-theme.ts'
import { accessOf, buildConnectedMerchant } from '#tests/support/build-merchant.ts'
import { adminAnswer, runAdmin } from '#tests/support/run-admin.ts'

const actionsOf = async (merchantId: string) =>
  (await prisma().auditEntry.findMany({ where: { merchantId }, orderBy: { id: 'asc' } })).map(
    ({ action }) => action,
  )

describe('themes', () => {
  test('are kept clean, changed in place and listed with the default last', async () => {
    const access = accessOf(await buildConnectedMerchant())
    await setTheme(access, { theme: 'default', ontraportHost: 'https://acme.ontraport.com/p?x=1' })
    await setTheme(access, { theme: 'dflt', ontraportHost: 'first.ontraport.com' })
    await setTheme(access, { theme: 'https://Shop.Example.com/', ontraportHost: 'b.ontraport.com' })
    await setTheme(access, { theme: 'DFLT', ontraportHost: 'second.ontraport.com' })
    const themes = await listThemes(access)
    expect(themes.map(({ key, ontraportHost }) => [key, ontraportHost])).toEqual([
      ['DFLT', 'second.ontraport.com'],
      ['shop.example.com', 'b.ontraport.com'],
      ['default', 'acme.ontraport.com'],
    ])
    expect(await actionsOf(access.merchantId)).toEqual(Array(4).fill('theme.saved'))
  })

  test('have a snippet each, with the tokens as they are and a mark on the one to check', async () => {
    const access = accessOf(await buildConnectedMerchant())
    await setTheme(access, { theme: 'shop.example.com', ontraportHost: 'a.ontraport.com' })
    const [theme] = await listThemes(access)
    expect(theme?.snippet.html).toContain(
      `/api/pixel/${access.merchantId}?theme=shop.example.com&amp;order=[order]&amp;subtotal=[subtotal]&amp;email=[email]"`,
    )
    expect(theme?.snippet.html).not.toContain('a.ontraport.com')
    expect(theme?.snippet).toMatchObject({
      certainTokens: ['[order]', '[subtotal]'],
      uncertainTokens: ['[email]'],
    })
  })

  test('a pasted pixel decides how the email is spelt; a host alone leaves it', async () => {
    const access = accessOf(await buildConnectedMerchant())
    const pasted = 'https://a.ontraport.com/p?order_id=1&E-Mail=x'
    expect(await setTheme(access, { theme: 'A', ontraportHost: pasted })).toEqual({
      key: 'A',
      ontraportHost: 'a.ontraport.com',
      newPixelEmail: 'E-Mail',
    })
    const again = await setTheme(access, { theme: 'A', ontraportHost: 'a.ontraport.com' })
    expect(again.newPixelEmail).toBeNull()
    const connection = await findConnection(prisma(), access.merchantId)
    expect(connection?.rules.pixelEmail).toBe('E-Mail')
  })

  test('what is no theme or no host is refused with words and changes nothing', async () => {
    const access = accessOf(await buildConnectedMerchant())
    const refusals = [
      { theme: 'DFLT', ontraportHost: '127.0.0.1' },
      { theme: 'DFLT', ontraportHost: 'ftp://a.ontraport.com' },
      { theme: 'no theme', ontraportHost: 'a.ontraport.com' },
    ]
    for (const given of refusals)
      await expect(setTheme(access, given)).rejects.toMatchObject({ code: 'malformed' })
    expect(await listThemes(access)).toEqual([])
    expect(await actionsOf(access.merchantId)).toEqual([])
  })

  test('one that is removed is gone, and a second time not found', async () => {
    const access = accessOf(await buildConnectedMerchant())
    await setTheme(access, { theme: 'DFLT', ontraportHost: 'a.ontraport.com' })
    await removeTheme(access, 'dflt')
    expect(await listThemes(access)).toEqual([])
    await expect(removeTheme(access, 'dflt')).rejects.toMatchObject({ code: 'not-found' })
    expect(await actionsOf(access.merchantId)).toEqual(['theme.saved', 'theme.removed'])
  })

  test('belong to their merchant alone, and a viewer changes none', async () => {
    const owner = accessOf(await buildConnectedMerchant())
    const stranger = accessOf(await buildConnectedMerchant())
    const given = { theme: 'DFLT', ontraportHost: 'a.ontraport.com' }
    await setTheme(owner, given)
    expect(await listThemes(stranger)).toEqual([])
    await expect(removeTheme(stranger, 'DFLT')).rejects.toMatchObject({ code: 'not-found' })
    const viewer = accessOf(owner.merchantId, 'viewer')
    await expect(setTheme(viewer, given)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(removeTheme(viewer, 'DFLT')).rejects.toMatchObject({ code: 'forbidden' })
    expect(await listThemes(viewer)).toHaveLength(1)
  })
})

describe('the command line', () => {
  test('sets, lists and removes a theme', async () => {
    const merchantId = await buildConnectedMerchant()
    const set = ['theme', 'set', merchantId]
    expect(await adminAnswer([...set, 'default', 'HTTPS://Acme.Ontraport.com/p'])).toEqual({
      merchantId,
      theme: 'default',
      isDefault: true,
      ontraportHost: 'acme.ontraport.com',
    })
    await setTheme(accessOf(merchantId), { theme: 'dflt', ontraportHost: 'b.ontraport.com' })
    await adminAnswer(['theme', 'remove', merchantId, 'DFLT'])
    expect(await adminAnswer(['theme', 'list', merchantId])).toEqual({
      themes: [
        expect.objectContaining({ theme: 'default', snippet: expect.stringContaining('<img ') }),
      ],
    })
  })

  test('refuses what is no host with a sentence', async () => {
    const merchantId = await buildConnectedMerchant()
    const { exitCode, stderr } = await runAdmin(['theme', 'set', merchantId, 'DFLT', '10.0.0.1'])
    expect(exitCode).toBe(1)
    expect(stderr).toContain('An IP address cannot be used')
    const unknown = await runAdmin(['theme', 'set', 'NOBODY', 'DFLT', 'a.ontraport.com'])
    expect(unknown.stderr).toContain('There is no merchant "NOBODY"')
  })
})
