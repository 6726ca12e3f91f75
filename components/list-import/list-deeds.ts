import type { ListCounts } from '#lib/domain/list-verdict.ts'
import type { Deed } from '../use-deed.ts'

/** What an uploaded list would change. */
export type ListPlan = { counts: ListCounts }

/** What can be done with an uploaded list; each form holds it as `file`. */
export type ListDeeds<Plan extends ListPlan, Result> = {
  previewList: Deed<[form: FormData], Plan>
  importList: Deed<[form: FormData], Result>
}
