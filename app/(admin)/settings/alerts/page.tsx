import { Stack } from '@mantine/core'
import type { Metadata } from 'next'
import { AlertChannelsSection } from '#components/settings/alert-channels-section.tsx'
import { AlertDigestSection } from '#components/settings/alert-digest-section.tsx'
import { NoMailNotice } from '#components/settings/no-mail-notice.tsx'
import { RecentAlertsSection } from '#components/settings/recent-alerts-section.tsx'
import { ALERTS_TEXTS } from '#components/texts/alerts.ts'
import { requireAccess } from '#lib/auth.ts'
import { canDo } from '#lib/domain/access.ts'
import { getAlerts } from '#lib/services/get-alerts.ts'
import { remove, save, saveHour, test } from './actions.ts'

export const metadata: Metadata = { title: ALERTS_TEXTS.title }

export default async function AlertsPage() {
  const access = await requireAccess()
  const { channels, digestHour, isMailReady, recent } = await getAlerts(access)
  const canEdit = canDo(access.role, 'edit')
  const deeds = { save, remove, test, saveHour }
  return (
    <Stack gap="lg">
      {!isMailReady && <NoMailNotice />}
      <AlertChannelsSection channels={channels} canEdit={canEdit} deeds={deeds} />
      <AlertDigestSection hour={digestHour} canEdit={canEdit} saveHour={saveHour} />
      <RecentAlertsSection alerts={recent} />
    </Stack>
  )
}
