'use client'
import { cx } from 'class-variance-authority'
import { Ellipsis } from 'lucide-react'
import { type PointerEvent, type ReactNode, useState } from 'react'
import { redo, undo } from '#components/board/actions/edit.ts'
import type { ToolAction } from '#components/board/actions/tools.ts'
import { type KindTool, type ToolsNow, toolsNow } from '#components/board/actions/tools-now.ts'
import { focusWall } from '#components/board/notes/roving-focus.ts'
import { useBoard } from '#components/board/state/board-context.tsx'
import { Glyph } from '#components/ui/glyph.tsx'
import { Popover } from '#components/ui/popover.tsx'
import { useStore } from '#components/ui/store.ts'
import { Tooltip } from '#components/ui/tooltip.tsx'
import { ActionIcon, useOffer } from '#components/workspace/action-controls.tsx'
import { papers } from '#lib/notes/papers.ts'
import { useCarry } from './carry-kind.ts'

/** At the left, with their names: what works on what is there, and the kinds of note that may be put up now. */
export function ToolColumn() {
  const { tools, kinds, more } = useToolsNow()
  return (
    <nav
      data-slot="tools"
      aria-label="Tools and notes"
      className="z-10 flex w-16 shrink-0 flex-col items-center overflow-y-auto border-line border-r bg-paper-0 py-1 max-sm:hidden"
    >
      {tools.map(action => (
        <ToolButton key={action.id} action={action} />
      ))}
      {kinds.length > 0 && <hr className="my-1 w-10 border-line" />}
      {kinds.map(tool => (
        <KindButton key={tool.kind.id} tool={tool} />
      ))}
      {more.length > 0 && <More kinds={more} />}
      <div className="mt-auto flex pt-1">
        <ActionIcon action={undo} side="right" size="sm" className="w-7.5 px-0!" />
        <ActionIcon action={redo} side="right" size="sm" className="w-7.5 px-0!" />
      </div>
    </nav>
  )
}

export function useToolsNow(): ToolsNow {
  const board = useBoard()
  useStore(board.access)
  return toolsNow(board)
}

interface ButtonProps {
  action: ToolAction
  hint?: string
  children?: ReactNode
  onPointerDown?: (event: PointerEvent) => void
  onPick?: () => void
}

function ToolButton({ action, hint, children, onPointerDown, onPick }: ButtonProps) {
  const board = useBoard()
  const { short, icon: Icon, isOn, keys, reason } = useOffer(action)
  return (
    <Tooltip label={reason ?? hint ?? short} shortcut={keys} side="right">
      <button
        type="button"
        aria-pressed={isOn}
        aria-disabled={reason !== null}
        title={reason ?? undefined}
        onPointerDown={onPointerDown}
        onClick={event => {
          if (reason !== null) return board.tell(reason)
          // A tool selected by pointer shows its preview at the pointer.
          board.tool.set(action.tool)
          onPick?.()
          // A tool selected by key is used by keys: Enter puts it on the wall.
          if (event.detail === 0) focusWall(board)
        }}
        className={cx(
          'grid min-h-12 w-15 shrink-0 place-items-center content-center gap-0.5 rounded-sm px-0.5 text-center text-[0.6875rem] leading-[1.1] [&_svg]:size-5',
          isOn ? 'bg-accent-soft text-accent-strong' : 'text-ink-700 hover:bg-ink-900/5',
          reason !== null && 'opacity-50',
        )}
      >
        {children ?? <Icon />}
        {short}
      </button>
    </Tooltip>
  )
}

/** A kind of note: pressed, it is put where the wall is pressed next; dragged, where it is let go. */
function KindButton({ tool: { kind, action }, onPick }: { tool: KindTool; onPick?: () => void }) {
  const carry = useCarry(kind.id)
  const { fill, ink } = papers[kind.paper]
  return (
    <ToolButton
      action={action}
      hint={`${kind.label}: ${kind.hint.charAt(0).toLowerCase()}${kind.hint.slice(1)}`}
      onPointerDown={carry}
      {...(onPick ? { onPick } : {})}
    >
      <span
        className="grid size-6 place-items-center rounded-note shadow-note"
        style={{ backgroundColor: fill, color: ink }}
      >
        <Glyph name={kind.icon} className="size-3.5!" />
      </span>
    </ToolButton>
  )
}

function More({ kinds }: { kinds: readonly KindTool[] }) {
  const [open, setOpen] = useState(false)
  return (
    <Popover
      label="More kinds of note"
      side="right"
      align="end"
      open={open}
      onOpenChange={setOpen}
      className="p-1!"
      trigger={
        <button
          type="button"
          aria-label="More kinds of note"
          className="grid min-h-12 w-15 shrink-0 place-items-center content-center rounded-sm text-[0.6875rem] text-ink-700 leading-[1.1] hover:bg-ink-900/5 [&_svg]:size-5"
        >
          <Ellipsis aria-hidden />
          More
        </button>
      }
    >
      <div className="grid grid-cols-3">
        {kinds.map(tool => (
          <KindButton key={tool.kind.id} tool={tool} onPick={() => setOpen(false)} />
        ))}
      </div>
    </Popover>
  )
}
