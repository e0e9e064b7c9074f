'use client'
import { Tooltip as Radix } from 'radix-ui'
import type { ReactElement } from 'react'
import { Kbd } from './kbd.tsx'

/** A word on what something does, on hover and on keyboard focus, never under a finger; never the only place where it is said. */
export function Tooltip({
  label,
  shortcut,
  side = 'bottom',
  children,
}: {
  label: string
  shortcut?: string | undefined
  side?: 'top' | 'right' | 'bottom' | 'left' | undefined
  children: ReactElement
}) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 flex max-w-72 animate-fade items-center gap-2 rounded-sm border border-transparent bg-ink-900 px-2 py-1 touch:hidden text-paper-50 text-xs shadow-panel"
        >
          {label}
          {shortcut && <Kbd keys={shortcut} onDark />}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
