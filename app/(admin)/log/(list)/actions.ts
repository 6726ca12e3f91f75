'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { readLogFilter } from '#app/(admin)/log/read-log-filter.ts'
import { answerDeed } from '#app/answer-deed.ts'
import { readForm } from '#app/read-form.ts'
import type { DeedResult } from '#components/deed-result.ts'
import { requireAccess } from '#lib/auth.ts'
import type { LogView } from '#lib/domain/log-view.ts'
import type { LogNews, TransmissionDetail } from '#lib/domain/transmission.ts'
import { changeLogView } from '#lib/services/change-log-view.ts'
import { getTransmission } from '#lib/services/get-transmission.ts'
import { saveLogView } from '#lib/services/save-log-view.ts'
import { watchTransmissions } from '#lib/services/watch-transmissions.ts'

const watchSchema = z.object({
  search: z.string().max(4_000),
  after: z.string(),
  shown: z.array(z.string()).max(1_000),
})
const viewSchema = z.object({ name: z.string(), query: z.string(), isTeam: z.boolean() })
const changeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rename'), name: z.string() }),
  z.object({ kind: z.literal('delete') }),
  z.object({ kind: z.literal('restore') }),
])

/** The whole of one transmission, for the drawer. */
export async function loadTransmission(id: string): Promise<DeedResult<TransmissionDetail>> {
  return answerDeed(async () => getTransmission(await requireAccess(), readForm(z.string(), id)))
}

/** What is new since a page of the log was loaded; `search` is its address. */
export async function watchLog(wish: z.infer<typeof watchSchema>): Promise<DeedResult<LogNews>> {
  return answerDeed(async () => {
    const access = await requireAccess()
    const { search, after, shown } = readForm(watchSchema, wish)
    const address = new URLSearchParams(search.slice(search.indexOf('?') + 1))
    const filter = await readLogFilter(access, Object.fromEntries(address))
    return watchTransmissions(access, filter, { after, shown })
  })
}

/** Keeps the filters of an address as a view. */
export async function saveView(view: z.infer<typeof viewSchema>): Promise<DeedResult<LogView>> {
  return answerDeed(async () => {
    const saved = await saveLogView(await requireAccess(), readForm(viewSchema, view))
    revalidatePath('/log')
    return saved
  })
}

/** Renames a view, deletes it, or takes that back. */
export async function changeView(
  id: string,
  change: z.infer<typeof changeSchema>,
): Promise<DeedResult<null>> {
  return answerDeed(async () => {
    const access = await requireAccess()
    await changeLogView(access, readForm(z.string(), id), readForm(changeSchema, change))
    revalidatePath('/log')
    return null
  })
}
