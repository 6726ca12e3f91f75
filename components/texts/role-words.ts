import type { Role } from '#lib/domain/access.ts'

export const ROLE_WORDS: Record<Role, string> = {
  owner: 'Owner',
  editor: 'Editor',
  viewer: 'Viewer',
}

export const ROLE_MEANINGS: Record<Role, string> = {
  owner: 'May see and change everything',
  editor: 'May change the key and product names, and resend',
  viewer: 'May look at everything and change nothing',
}
