import type { LogView } from '#lib/domain/log-view.ts'
import type { Db } from './client.ts'

/** A view as it is kept. */
export type KeptView = Omit<LogView, 'isOwn'> & { merchantId: string; owner: string }

type Reader = { merchantId: string; actor: string }

/** The team's views and the reader's own, by name. */
export async function loadLogViews(db: Db, reader: Reader): Promise<KeptView[]> {
  const { merchantId, actor } = reader
  const views = await db.logView.findMany({
    where: { merchantId, deletedAt: null, OR: [{ isTeam: true }, { owner: actor }] },
    select: COLUMNS,
  })
  return views.sort((left, right) => left.name.localeCompare(right.name, 'en'))
}

/** A view that the reader may see, deleted or not; `null` for an unknown one and for another's. */
export async function findLogView(
  db: Db,
  { merchantId, actor }: Reader,
  id: string,
): Promise<KeptView | null> {
  return db.logView.findFirst({
    where: { id, merchantId, OR: [{ isTeam: true }, { owner: actor }] },
    select: COLUMNS,
  })
}

export async function insertLogView(db: Db, view: KeptView): Promise<void> {
  await db.logView.create({ data: view })
}

export async function renameLogView(db: Db, id: string, name: string): Promise<void> {
  await db.logView.update({ where: { id }, data: { name } })
}

/** Sets when a view was deleted; `null` takes it back. */
export async function setLogViewDeleted(db: Db, id: string, deletedAt: Date | null): Promise<void> {
  await db.logView.update({ where: { id }, data: { deletedAt } })
}

/** Forgets for good what was deleted before a moment. */
export async function purgeLogViews(db: Db, merchantId: string, before: Date): Promise<void> {
  await db.logView.deleteMany({ where: { merchantId, deletedAt: { lt: before } } })
}

const COLUMNS = {
  id: true,
  merchantId: true,
  name: true,
  query: true,
  isTeam: true,
  owner: true,
} as const
