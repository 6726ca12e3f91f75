import { Badge } from '../badge.tsx'
import { AFFILIATES_TEXTS } from '../texts/affiliates.ts'

const TEXTS = AFFILIATES_TEXTS.approvalBadge

export function ApprovalBadge({ isApproved }: { isApproved: boolean }) {
  return (
    <Badge tone={isApproved ? 'good' : 'quiet'}>
      {isApproved ? TEXTS.approved : TEXTS.notApproved}
    </Badge>
  )
}
