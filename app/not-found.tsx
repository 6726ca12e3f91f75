import { PAGE_TITLES } from '#components/texts/app.ts'
import { LostPage } from './lost-page.tsx'

export const metadata = { title: PAGE_TITLES.notFound }

export default function NotFound() {
  return <LostPage />
}
