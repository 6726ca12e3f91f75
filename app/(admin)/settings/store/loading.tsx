import { SettingsSkeleton } from '#components/settings/settings-skeleton.tsx'

export default function StoreLoading() {
  return <SettingsSkeleton />
}
