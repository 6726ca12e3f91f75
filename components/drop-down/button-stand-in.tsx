'use client'

import { type Ref, useImperativeHandle } from 'react'
import type { DropDownPlace } from './use-drop-down.ts'

type ButtonStandInProps = Pick<DropDownPlace, 'button'> & { ref?: Ref<HTMLButtonElement | null> }

/** Shows nothing: tells a menu or panel which button it belongs to, for that was there before. */
export function ButtonStandIn({ button, ref }: ButtonStandInProps) {
  useImperativeHandle<HTMLButtonElement | null, HTMLButtonElement | null>(
    ref,
    () => button.current,
    [button],
  )
  return null
}
