'use client'
import { cva, cx } from 'class-variance-authority'
import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { IconButton } from './icon-button.tsx'

const panel = cva('fixed z-40 flex flex-col bg-paper-0 text-ink-900 shadow-pop', {
  variants: {
    place: {
      /** In the middle; at the bottom edge on a phone, where the thumb is. */
      dialog: [
        'inset-x-0 bottom-0 max-h-[92dvh] animate-rise rounded-t-lg',
        'sm:inset-x-auto sm:top-1/2 sm:bottom-auto sm:left-1/2 sm:max-h-[86dvh] sm:w-[calc(100vw-3rem)] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-lg',
      ],
      /** Along the right edge; from the bottom on a phone. */
      sheet: [
        'inset-x-0 bottom-0 max-h-[88dvh] animate-rise rounded-t-lg',
        'sm:inset-y-0 sm:right-0 sm:left-auto sm:max-h-none sm:w-[26rem] sm:rounded-none sm:border-line sm:border-l',
      ],
    },
    width: { narrow: 'sm:max-w-md', medium: 'sm:max-w-xl', wide: 'sm:max-w-4xl' },
  },
})

interface Props {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  /** Says what the dialog is about where the title alone does not. */
  description?: ReactNode
  width?: 'narrow' | 'medium' | 'wide'
  children?: ReactNode
  /** Buttons, the main one last. */
  footer?: ReactNode
}

/**
 * A dialog begins at its title: at its first button a tooltip would open, and take the first Escape for itself. One
 * that is there to be typed into begins at the field marked `data-begin`, its text ready to be typed over; not where a
 * keyboard on the screen would cover the rest of it.
 */
export function focusItself(event: Event): void {
  event.preventDefault()
  if (!(event.currentTarget instanceof HTMLElement)) return
  const field = event.currentTarget.querySelector<HTMLInputElement>('input[data-begin]')
  if (field && !matchMedia('(pointer: coarse)').matches) {
    field.focus()
    field.select()
  } else event.currentTarget.focus()
}

function Panel({
  place,
  open,
  onOpenChange,
  title,
  description,
  width = 'medium',
  children,
  footer,
}: Props & { place: 'dialog' | 'sheet' }) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-fade bg-black/40" />
        <Radix.Content
          className={cx(panel({ place, width: place === 'dialog' ? width : null }), 'outline-none')}
          onOpenAutoFocus={focusItself}
          {...(description ? {} : { 'aria-describedby': undefined })}
        >
          <div className="flex items-start gap-3 px-5 pt-4 pb-2">
            <div className="min-w-0 flex-1">
              <Radix.Title className="text-lg" dir="auto">
                {title}
              </Radix.Title>
              {description && (
                <Radix.Description asChild>
                  <div className="text-ink-500 text-sm">{description}</div>
                </Radix.Description>
              )}
            </div>
            <Radix.Close asChild>
              <IconButton label="Close" className="-mr-2">
                <X />
              </IconButton>
            </Radix.Close>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 pt-1 pb-5">{children}</div>
          {footer && (
            <div className="flex flex-wrap justify-end gap-2 border-line border-t px-5 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
              {footer}
            </div>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** Something to decide before going on. */
export const Dialog = (props: Props) => <Panel place="dialog" {...props} />

/** Something to look through or to fill in beside the wall. */
export const Sheet = (props: Omit<Props, 'width'>) => <Panel place="sheet" {...props} />
