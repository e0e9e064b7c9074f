'use client'
import { cx } from 'class-variance-authority'
import { Popover as Radix } from 'radix-ui'
import type { ComponentProps, ReactElement, ReactNode } from 'react'

/** Something small that hangs on the control that opened it. Uncontrolled unless `open` is given. */
export function Popover({
  trigger,
  label,
  open,
  onOpenChange,
  align = 'center',
  side = 'bottom',
  className,
  children,
}: {
  trigger: ReactElement
  /** Its name for screen readers. */
  label: string
  open?: boolean
  onOpenChange?: (open: boolean) => void
  align?: ComponentProps<typeof Radix.Content>['align']
  side?: ComponentProps<typeof Radix.Content>['side']
  className?: string
  children: ReactNode
}) {
  return (
    <Radix.Root {...(open === undefined ? {} : { open })} {...(onOpenChange ? { onOpenChange } : {})}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className={cx(
            'z-50 max-h-[var(--radix-popper-available-height)] max-w-[calc(100vw-1rem)] animate-fade overflow-y-auto rounded-md border border-line bg-paper-0 p-3 text-ink-900 text-sm shadow-pop',
            className,
          )}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
