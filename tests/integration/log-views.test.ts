import { beforeEach, expect, test } from 'vitest'
import { prisma } from '#lib/db/client.ts'
import type { Access } from '#lib/domain/access.ts'
import { changeLogView } from '#lib/services/change-log-view.ts'
import { listLogViews } from '#lib/services/list-log-views.ts'
import { saveLogView } from '#lib/services/save-log-view.ts'
import { buildMerchant } from '#tests/support/build-merchant.ts'

let editor: Access
let viewer: Access
beforeEach(async () => {
  const merchantId = await buildMerchant()
  editor = { merchantId, role: 'editor', actor: 'ed@example.com' }
  viewer = { merchantId, role: 'viewer', actor: 'vera@example.com' }
})

const refunds = { name: 'Refunds', query: 'type=refund', isTeam: true }
const mine = { name: ' My  own ', query: 'status=failed', isTeam: false }

test('a team’s view is seen by all members, a private one by its owner alone', async () => {
  const team = await saveLogView(editor, refunds)
  const own = await saveLogView(viewer, mine)
  expect(await listLogViews(viewer)).toEqual([
    { ...own, name: 'My own' },
    { ...team, isOwn: false },
  ])
  expect(await listLogViews(editor)).toEqual([team])
  expect(await listLogViews({ ...editor, merchantId: await buildMerchant() })).toEqual([])
})

test('a viewer keeps views of their own and leaves the team’s alone', async () => {
  await expect(saveLogView(viewer, refunds)).rejects.toMatchObject({ code: 'forbidden' })
  const team = await saveLogView(editor, refunds)
  await expect(changeLogView(viewer, team.id, { kind: 'delete' })).rejects.toMatchObject({
    code: 'forbidden',
  })
  const own = await saveLogView(viewer, mine)
  await changeLogView(viewer, own.id, { kind: 'rename', name: 'Failed' })
  expect(await listLogViews(viewer)).toMatchObject([{ name: 'Failed' }, { name: 'Refunds' }])
})

test('another person’s private view does not exist, nor does another merchant’s', async () => {
  const own = await saveLogView(viewer, mine)
  const stranger = { ...editor, merchantId: await buildMerchant() }
  for (const [access, id] of [
    [editor, own.id],
    [stranger, (await saveLogView(editor, refunds)).id],
    [editor, 'nonsense'],
  ] as const)
    await expect(changeLogView(access, id, { kind: 'delete' })).rejects.toMatchObject({
      code: 'not-found',
    })
})

test('a deleted view is gone from the list, and back once that is undone', async () => {
  const view = await saveLogView(editor, refunds)
  await changeLogView(editor, view.id, { kind: 'delete' })
  expect(await listLogViews(editor)).toEqual([])
  await changeLogView(editor, view.id, { kind: 'restore' })
  expect(await listLogViews(editor)).toEqual([view])
})

test('every change of a view is in the audit trail, with who did it', async () => {
  const { id } = await saveLogView(editor, refunds)
  await changeLogView(editor, id, { kind: 'rename', name: 'All refunds' })
  await changeLogView(editor, id, { kind: 'delete' })
  const entries = await prisma().auditEntry.findMany({
    where: { merchantId: editor.merchantId },
    orderBy: { id: 'asc' },
  })
  expect(entries.map(({ action, actor }) => `${actor} ${action}`)).toEqual([
    'ed@example.com log-view.saved',
    'ed@example.com log-view.renamed',
    'ed@example.com log-view.deleted',
  ])
})

test.each(['', '   ', 'x'.repeat(61)])('the name "%s" is the caller’s fault', async (name) => {
  await expect(saveLogView(editor, { ...refunds, name })).rejects.toMatchObject({
    code: 'malformed',
  })
})
