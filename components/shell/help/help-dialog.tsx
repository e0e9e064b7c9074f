'use client'
import { Tabs } from 'radix-ui'
import { Dialog } from '#components/ui/dialog.tsx'
import { useFrame, useFrameStore } from '#components/workspace/frame-state.ts'
import { Keys } from './keys.tsx'
import { MethodCards } from './method-cards.tsx'
import { WhatNow } from './what-now.tsx'

const parts = [
  { id: 'help', label: 'What I can do now', content: WhatNow },
  { id: 'method', label: 'The method', content: MethodCards },
  { id: 'shortcuts', label: 'Keys', content: Keys },
] as const

const tab =
  'min-h-9 rounded-sm px-3 text-sm touch:min-h-11 data-[state=active]:bg-accent-soft data-[state=active]:font-semibold'

/** What one can do now, the method in six cards, and every key. */
export function HelpDialog() {
  const { over } = useFrame()
  const frame = useFrameStore()
  return (
    <Dialog
      open={over === 'help' || over === 'shortcuts'}
      onOpenChange={open => frame.change({ over: open ? 'help' : null })}
      title="Help"
      width="wide"
    >
      <Tabs.Root defaultValue={over ?? 'help'}>
        <Tabs.List aria-label="Help" className="mb-4 flex flex-wrap gap-1 border-line border-b pb-2">
          {parts.map(({ id, label }) => (
            <Tabs.Trigger key={id} value={id} className={tab}>
              {label}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        {parts.map(({ id, content: Content }) => (
          <Tabs.Content key={id} value={id} className="outline-none">
            <Content />
          </Tabs.Content>
        ))}
      </Tabs.Root>
    </Dialog>
  )
}
