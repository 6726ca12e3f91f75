'use client'

import { Button, Paper } from '@mantine/core'
import { IconMapOff } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { EmptyNote } from './empty-note.tsx'
import { Link } from './navigation.tsx'
import { SHARED_TEXTS } from './texts/shared.ts'

export function NothingHere(props: { href: string; label: string; children: ReactNode }) {
  return (
    <Paper radius="lg" withBorder>
      <EmptyNote
        isPage
        icon={<IconMapOff size={26} stroke={1.6} />}
        title={SHARED_TEXTS.nothingHere.title}
        action={
          <Button component={Link} href={props.href}>
            {props.label}
          </Button>
        }
      >
        {props.children}
      </EmptyNote>
    </Paper>
  )
}
