'use client'

import { Text } from '@mantine/core'
import { IconCheck, IconChevronRight } from '@tabler/icons-react'
import { type ConnectionView, hasKeyOfWay } from '#lib/domain/connection.ts'
import type { WarningCounts } from '#lib/domain/product-warnings.ts'
import { Link } from '../navigation.tsx'
import { SectionCard } from '../section-card.tsx'
import { OVERVIEW_TEXTS } from '../texts/overview.ts'
import classes from './set-up-checklist.module.css'

const TEXTS = OVERVIEW_TEXTS.setUpChecklist

type SetUpChecklistProps = {
  connection: ConnectionView
  names: WarningCounts
  hasRows: boolean
}

type Step = { title: string; text: string; href: string; isDone: boolean }

/** What is left to do until the first message has been accepted. */
export function SetUpChecklist(props: SetUpChecklistProps) {
  const steps = listSteps(props)
  const doneCount = steps.filter(({ isDone }) => isDone).length
  return (
    <SectionCard
      title={TEXTS.title}
      description={TEXTS.description(doneCount, steps.length)}
      isFlush
    >
      <ol className={classes.list}>
        {steps.map((step, index) => (
          <li key={step.title}>
            <Link href={step.href} className={classes.step} data-done={step.isDone || undefined}>
              <span className={classes.mark}>
                {step.isDone ? (
                  <IconCheck size={15} stroke={2.4} aria-label={TEXTS.done} />
                ) : (
                  index + 1
                )}
              </span>
              <span className={classes.words}>
                <Text size="sm" fw={580} component="span">
                  {step.title}
                </Text>
                <Text size="sm" c="dimmed" component="span">
                  {step.text}
                </Text>
              </span>
              <IconChevronRight size={17} stroke={1.7} aria-hidden />
            </Link>
          </li>
        ))}
      </ol>
    </SectionCard>
  )
}

function listSteps({ connection, names, hasRows }: SetUpChecklistProps): Step[] {
  return [
    toAccountStep(connection),
    {
      title: TEXTS.addTheWebhookIn,
      text: TEXTS.soThatUltracartReports,
      href: '/integration#ultracart',
      isDone: connection.lastEventAt !== null,
    },
    {
      title: TEXTS.checkTheProductNames,
      text: TEXTS.onlyWhereOntraportCalls,
      href: '/products',
      isDone: names.products > 0 && names.unmapped + names['same-name'] + names.copied === 0,
    },
    {
      title: TEXTS.placeATestOrder,
      text: TEXTS.payItWithA,
      href: '/log',
      isDone: hasRows,
    },
  ]
}

/** The pixel method needs no key, and its themes are checked by the first receipt. */
function toAccountStep(connection: ConnectionView): Step {
  if (connection.method === 'pixel')
    return {
      title: TEXTS.enterTheOntraportSub,
      text: TEXTS.andPasteTheSnippet,
      href: '/integration#themes',
      isDone: false,
    }
  return {
    title: TEXTS.enterTheOntraportKey,
    text: TEXTS.itSaysWhichAccount,
    href: '/integration#key',
    isDone: hasKeyOfWay(connection),
  }
}
