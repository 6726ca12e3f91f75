import { SettingsSkeleton } from '#components/settings/settings-skeleton.tsx'

export default function KeepingLoading() {
  return <SettingsSkeleton />
}
