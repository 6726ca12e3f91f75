'use client'

import { Loader, TextInput } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import type { ProductRow } from '#lib/domain/product.ts'
import { PRODUCTS_TEXTS } from '../texts/products.ts'
import { type SetName, useSetName } from './use-set-name.tsx'

const TEXTS = PRODUCTS_TEXTS.nameEditor

type NameEditorProps = { product: ProductRow; setName: SetName; onClose: () => void }

/** Enter or leaving the field saves, Escape puts back. */
export function NameEditor({ product, setName, onClose }: NameEditorProps) {
  const [name, setNameText] = useState(product.mappedName ?? '')
  const { save, isRunning, fault } = useSetName(setName)
  const finish = () => {
    const isChanged = name.trim() !== (product.mappedName ?? '')
    if (isChanged) save(product, name.trim(), onClose)
    else onClose()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') finish()
    if (event.key === 'Escape') onClose()
  }
  return (
    <TextInput
      autoFocus
      value={name}
      onChange={(event) => setNameText(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={() => fault === null && !isRunning && finish()}
      aria-label={TEXTS.productNameInOntraport(product.itemId)}
      placeholder={product.oapProductId || product.itemId}
      description={TEXTS.description}
      inputWrapperOrder={['input', 'description', 'error']}
      error={fault}
      readOnly={isRunning}
      maxLength={255}
      spellCheck={false}
      rightSection={isRunning ? <Loader size={16} /> : null}
    />
  )
}
