'use client'
import { cx } from 'class-variance-authority'
import { X } from 'lucide-react'
import { Toast as Radix } from 'radix-ui'
import { useSyncExternalStore } from 'react'
import { Button } from './button.tsx'
import { IconButton } from './icon-button.tsx'

export interface ToastMessage {
  /** What happened, in one sentence. */
  text: string
  /** What can be done about it: most often Undo. */
  action?: { label: string; perform: () => void }
  tone?: 'plain' | 'danger'
  /** ms; 0 stays until closed. */
  duration?: number
}
type Shown = ToastMessage & { id: number }

let shown: readonly Shown[] = []
let last = 0
const listeners = new Set<() => void>()
const show = (next: readonly Shown[]) => {
  shown = next
  for (const listener of listeners) listener()
}
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
const none: readonly Shown[] = []

/**
 * Tells the person something that has happened, from anywhere in the browser; what is said again stands there once.
 * Returns a function that removes it.
 */
export function toast(message: ToastMessage): () => void {
  last += 1
  const id = last
  show([...shown.filter(one => one.action || one.text !== message.text).slice(-2), { ...message, id }])
  return () => show(shown.filter(one => one.id !== id))
}

/** Where toasts appear; once per page, above what a page keeps at its lower edge (`--page-foot`). */
export function Toaster() {
  const messages = useSyncExternalStore(
    subscribe,
    () => shown,
    () => none,
  )
  return (
    <Radix.Provider swipeDirection="down" label="Message">
      {messages.map(({ id, text, action, tone = 'plain', duration = 7000 }) => (
        <Radix.Root
          key={id}
          type={tone === 'danger' ? 'foreground' : 'background'}
          duration={duration || Number.POSITIVE_INFINITY}
          onOpenChange={open => !open && show(shown.filter(one => one.id !== id))}
          className={cx(
            'pointer-events-auto flex w-full animate-rise items-center gap-2 rounded-md border border-transparent py-2 pr-2 pl-4 text-sm shadow-pop',
            tone === 'danger' ? 'bg-danger-soft text-danger' : 'bg-ink-900 text-paper-50',
          )}
        >
          <Radix.Description className="flex-1" dir="auto">
            {text}
          </Radix.Description>
          {action && (
            <Radix.Action asChild altText={action.label}>
              <Button variant="ghost" size="sm" className="text-inherit! underline" onClick={action.perform}>
                {action.label}
              </Button>
            </Radix.Action>
          )}
          <Radix.Close asChild>
            <IconButton label="Close" size="sm" className="text-inherit!">
              <X />
            </IconButton>
          </Radix.Close>
        </Radix.Root>
      ))}
      <Radix.Viewport className="no-print pointer-events-none fixed bottom-[calc(max(var(--page-foot,2.25rem),env(safe-area-inset-bottom))+0.75rem)] left-1/2 z-50 flex w-[min(30rem,calc(100vw-1.5rem))] -translate-x-1/2 flex-col gap-2" />
    </Radix.Provider>
  )
}
