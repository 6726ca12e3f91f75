import type { AffiliatesImport, AffiliatesPreview } from '#lib/domain/affiliate-list.ts'
import type { Deed } from '../use-deed.ts'

/** What can be done with an uploaded list; each form holds it as `file`. */
export type ListDeeds = {
  previewList: Deed<[form: FormData], AffiliatesPreview>
  importList: Deed<[form: FormData], AffiliatesImport>
}
