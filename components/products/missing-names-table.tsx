'use client'

import { Button, Stack, Text } from '@mantine/core'
import type { MissingName } from '#lib/domain/check-product-names.ts'
import { FormFault } from '../form-fault.tsx'
import { Table } from '../table.tsx'
import { ACCOUNT_PRODUCTS_TEXTS } from '../texts/account-products.ts'
import classes from './products-screen.module.css'
import { type SetName, useSetName } from './use-set-name.tsx'

const TEXTS = ACCOUNT_PRODUCTS_TEXTS.table

type MissingNamesTableProps = {
  missing: readonly MissingName[]
  canEdit: boolean
  setName: SetName
}

/** Names that the account has no product of, each with the one that is meant, a click away. */
export function MissingNamesTable({ missing, canEdit, setName }: MissingNamesTableProps) {
  return (
    <Table aria-label={TEXTS.label} spacing="tight">
      <thead>
        <tr>
          <th scope="col">{TEXTS.here}</th>
          <th scope="col">{TEXTS.there}</th>
        </tr>
      </thead>
      <tbody>
        {missing.map((one) => (
          <tr key={one.name}>
            <th scope="row">
              <Text size="sm" fw={560} className={classes.exact}>
                {one.name}
              </Text>
              {one.itemIds.some((itemId) => itemId !== one.name) && (
                <Text size="xs" c="dimmed">
                  {TEXTS.ofItems(one.itemIds.join(', '))}
                </Text>
              )}
            </th>
            <td>
              <Meant missing={one} canEdit={canEdit} setName={setName} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

type MeantProps = { missing: MissingName; canEdit: boolean; setName: SetName }

function Meant({ missing, canEdit, setName }: MeantProps) {
  const { save, isRunning, fault } = useSetName(setName)
  const { sameBut, near, itemIds, mappedName } = missing
  const meant = sameBut ?? near
  const [itemId, ...others] = itemIds
  if (meant === null)
    return (
      <Text size="sm" c="dimmed">
        {TEXTS.none}
      </Text>
    )
  return (
    <Stack gap={4} align="flex-start">
      <Text size="sm" className={classes.exact}>
        {sameBut === null ? TEXTS.near : TEXTS.sameBut}
        {meant}
      </Text>
      {canEdit && itemId !== undefined && others.length === 0 && (
        <Button
          size="compact-xs"
          variant="default"
          mih={24}
          loading={isRunning}
          onClick={() => save({ itemId, mappedName }, meant, () => {})}
        >
          <span className={classes.exact}>{TEXTS.use(meant)}</span>
        </Button>
      )}
      <FormFault fault={fault} />
    </Stack>
  )
}
