'use client'
import { cx } from 'class-variance-authority'
import { useMay } from '#components/board/state/board-context.tsx'
import { ActionButton } from '#components/workspace/action-controls.tsx'
import type { StageNotice } from './notice.ts'
import { TakeOver } from './session/take-over.tsx'

/** A notice in the stage: what it is in words, and what can be done about it. */
export function NoticeLine({ notice: { icon: Icon, text, tone, ends } }: { notice: StageNotice }) {
  const mayLead = useMay('stage.lead').ok
  return (
    <span className="flex min-w-0 flex-1 items-center gap-1.5">
      <span
        role="status"
        title={text}
        className={cx(
          'flex min-w-0 flex-1 items-center gap-1.5 text-xs leading-[1.2]',
          tone === 'warn' ? 'text-warn' : 'text-ink-900',
        )}
      >
        <Icon aria-hidden className="size-4 shrink-0" />
        <span className="line-clamp-2" dir="auto">
          {text}
        </span>
      </span>
      {ends && mayLead && <Ends action={ends} />}
      <TakeOver />
    </span>
  )
}

const Ends = ({ action }: { action: NonNullable<StageNotice['ends']> }) => (
  <ActionButton action={action} size="sm" className="shrink-0 rounded-full!" />
)
