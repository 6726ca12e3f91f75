'use client'

import { Autocomplete, Loader } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import type { ProductRow } from '#lib/domain/product.ts'
import { ACCOUNT_PRODUCTS_TEXTS } from '../texts/account-products.ts'
import { PRODUCTS_TEXTS } from '../texts/products.ts'
import { useAccountNames } from './account-names.tsx'
import { type SetName, useSetName } from './use-set-name.tsx'

const TEXTS = PRODUCTS_TEXTS.nameEditor

const MOST_OPTIONS = 20

type NameEditorProps = { product: ProductRow; setName: SetName; onClose: () => void }

/** Enter, leaving the field or choosing one of the account's products saves, Escape puts back. */
export function NameEditor({ product, setName, onClose }: NameEditorProps) {
  const names = useAccountNames()
  const [name, setNameText] = useState(product.mappedName ?? '')
  const { save, isRunning, fault } = useSetName(setName)
  const finish = (given: string) => {
    const isChanged = given.trim() !== (product.mappedName ?? '')
    if (isChanged) save(product, given.trim(), onClose)
    else onClose()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // Enter on an option chooses it.
    const isOnOption = event.currentTarget.hasAttribute('aria-activedescendant')
    if (event.key === 'Enter' && !isOnOption) finish(name)
    if (event.key === 'Escape') onClose()
  }
  return (
    <Autocomplete
      autoFocus
      data={names}
      limit={MOST_OPTIONS}
      openOnFocus={names.length > 0}
      value={name}
      onChange={setNameText}
      onOptionSubmit={finish}
      onKeyDown={onKeyDown}
      onBlur={() => fault === null && !isRunning && finish(name)}
      aria-label={TEXTS.productNameInOntraport(product.itemId)}
      placeholder={product.oapProductId || product.itemId}
      description={
        names.length === 0
          ? TEXTS.description
          : `${ACCOUNT_PRODUCTS_TEXTS.editor.nameThere} ${TEXTS.description}`
      }
      inputWrapperOrder={['input', 'description', 'error']}
      error={fault}
      readOnly={isRunning}
      maxLength={255}
      spellCheck={false}
      rightSection={isRunning ? <Loader size={16} /> : null}
    />
  )
}
