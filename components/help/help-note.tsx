'use client'

import { Anchor, List, Text } from '@mantine/core'
import { IconHelpCircle } from '@tabler/icons-react'
import { Link } from '../navigation.tsx'
import { HELP, type HelpTopic } from '../texts/help-topics.ts'
import classes from './help-note.module.css'

/** A question that arises here, with its answer on a click. */
export function HelpNote({ topic, isOpen = false }: { topic: HelpTopic; isOpen?: boolean }) {
  const { question, answer, points, links } = HELP[topic]
  return (
    <details className={classes.note} open={isOpen}>
      <summary className={classes.question}>
        <IconHelpCircle size={17} stroke={1.8} aria-hidden />
        {question}
      </summary>
      <div className={classes.answer}>
        <Text size="sm">{answer}</Text>
        <List size="sm" spacing={4} withPadding>
          {points.map((point) => (
            <List.Item key={point}>{point}</List.Item>
          ))}
        </List>
        <Text size="sm" component="div" className={classes.links}>
          {links.map(({ href, label }) => (
            <Anchor key={href} component={Link} href={href} size="sm">
              {label}
            </Anchor>
          ))}
        </Text>
      </div>
    </details>
  )
}
