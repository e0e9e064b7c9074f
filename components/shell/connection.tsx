'use client'
import { cx } from 'class-variance-authority'
import { useStatus } from '#components/collab/collab-context.tsx'
import { statusWords } from '#components/collab/status.ts'
import { Tooltip } from '#components/ui/tooltip.tsx'

const dots = {
  calm: 'bg-good',
  busy: 'bg-ink-500 animate-pulse motion-reduce:animate-none',
  warning: 'bg-warn',
  stop: 'bg-danger',
} as const

/** The state of the connection in words. */
export function ConnectionStatus() {
  const { tone, label, detail } = statusWords(useStatus())
  return (
    <Tooltip label={detail} side="bottom">
      <button
        type="button"
        data-connection={label}
        className={cx(
          'flex h-8 min-w-0 items-center gap-2 whitespace-nowrap rounded-sm px-2 text-xs',
          tone === 'calm' ? 'shrink-0' : 'shrink-[0.5]',
          tone === 'warning' || tone === 'stop' ? 'bg-warn-soft text-warn' : 'text-ink-700',
        )}
      >
        <span aria-hidden className={cx('size-2 shrink-0 rounded-full', dots[tone])} />
        <span aria-live="polite" className="truncate max-sm:sr-only">
          {label}
        </span>
        <span className="sr-only">: {detail}</span>
      </button>
    </Tooltip>
  )
}
