'use client'
import { cx } from 'class-variance-authority'
import { Tabs as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

export interface Tab {
  id: string
  label: ReactNode
  content: ReactNode
}

/** Several views of one thing, one shown. Uncontrolled unless `value` is given. */
export function Tabs({
  label,
  tabs,
  value,
  onValueChange,
  className,
}: {
  /** Name of the row of tabs for screen readers. */
  label: string
  tabs: readonly Tab[]
  value?: string
  onValueChange?: (id: string) => void
  className?: string
}) {
  const held = value === undefined ? { defaultValue: tabs[0]?.id ?? '' } : { value }
  return (
    <Radix.Root className={className} {...held} {...(onValueChange ? { onValueChange } : {})}>
      <Radix.List aria-label={label} className="flex gap-1 overflow-x-auto border-line border-b">
        {tabs.map(tab => (
          <Radix.Trigger
            key={tab.id}
            value={tab.id}
            className={cx(
              '-mb-px h-9 shrink-0 border-transparent border-b-2 px-3 text-ink-500 text-sm outline-offset-[-2px] touch:h-11',
              'hover:text-ink-900 data-[state=active]:border-accent data-[state=active]:font-semibold data-[state=active]:text-ink-900',
            )}
          >
            {tab.label}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map(tab => (
        <Radix.Content key={tab.id} value={tab.id} className="pt-3">
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  )
}
