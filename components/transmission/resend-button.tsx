'use client'

import { Button } from '@mantine/core'
import { IconSend2 } from '@tabler/icons-react'
import { useState } from 'react'
import type { TransmissionDetail } from '#lib/domain/transmission.ts'
import { Dialog } from '../dialog/dialog.tsx'
import { TRANSMISSION_TEXTS } from '../texts/transmission.ts'
import { clickNonce } from './click-nonce.ts'
import { ResendForm, type ResendTransmission } from './resend-form.tsx'

const TEXTS = TRANSMISSION_TEXTS.resendButton

type ResendButtonProps = {
  transmission: TransmissionDetail
  label: string
  size?: 'xs' | 'sm'
  resend: ResendTransmission
}

export function ResendButton({ transmission, label, size = 'sm', resend }: ResendButtonProps) {
  // Made when the window opens: pressing its button twice sends once, opening it again is a new wish.
  const [nonce, setNonce] = useState<string | null>(null)
  const close = () => setNonce(null)
  return (
    <>
      <Button
        variant="default"
        size={size}
        leftSection={<IconSend2 size={16} stroke={1.8} aria-hidden />}
        onClick={() => setNonce(clickNonce())}
      >
        {label}
      </Button>
      <Dialog isOpen={nonce !== null} onClose={close} title={TEXTS.title} size="lg">
        {nonce !== null && (
          <ResendForm transmission={transmission} nonce={nonce} resend={resend} onClose={close} />
        )}
      </Dialog>
    </>
  )
}
