import { Badge } from '../badge.tsx'

export function ApprovalBadge({ isApproved }: { isApproved: boolean }) {
  return (
    <Badge tone={isApproved ? 'good' : 'quiet'}>{isApproved ? 'Approved' : 'Not approved'}</Badge>
  )
}
