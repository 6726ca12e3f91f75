'use client'

import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { ProductRow } from '#lib/domain/product.ts'
import { notifyDone, notifyRefused } from '../notify.tsx'
import { PRODUCTS_TEXTS } from '../texts/products.ts'
import { type Deed, useDeed } from '../use-deed.ts'

const TEXTS = PRODUCTS_TEXTS.useSetName

export type NameChange = { itemId: string; productName: string | null }
export type SetName = Deed<[change: NameChange], ProductRow>

/** Saves a product name, says so, and offers to undo it. */
export function useSetName(setName: SetName) {
  const { run, isRunning, fault } = useDeed(setName)
  const save = (product: NameChangeBase, productName: string, whenDone: () => void) =>
    run([{ itemId: product.itemId, productName: productName || null }], (saved) => {
      whenDone()
      announce(saved, () => undo(setName, product))
    })
  return { save, isRunning, fault }
}

type NameChangeBase = Pick<ProductRow, 'itemId' | 'mappedName'>

function announce(saved: ProductRow, onUndo: () => void) {
  const id: string = notifyDone(
    TEXTS.nameSaved,
    <Group justify="space-between" gap="sm">
      <span>{TEXTS.isSentAsFrom(saved.itemId, saved.nameSent)}</span>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => {
          notifications.hide(id)
          onUndo()
        }}
      >
        {TEXTS.undo}
      </Button>
    </Group>,
    { hasButton: true },
  )
}

async function undo(setName: SetName, { itemId, mappedName }: NameChangeBase) {
  const result = await setName({ itemId, productName: mappedName })
  if (result.kind === 'refused') notifyRefused(TEXTS.theChangeCouldNot, result.reason)
  else notifyDone(TEXTS.changeUndone, TEXTS.isSentAsAgain(itemId, result.value.nameSent))
}
