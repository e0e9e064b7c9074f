'use client'
import { cx } from 'class-variance-authority'
import { type ReactNode, useRef } from 'react'
import {
  noteTools,
  pickHand,
  pickLane,
  pickLink,
  pickSelect,
  type ToolAction,
} from '#components/board/actions/tools.ts'
import { focusWall } from '#components/board/notes/roving-focus.ts'
import { useBoard } from '#components/board/state/board-context.tsx'
import { Glyph } from '#components/ui/glyph.tsx'
import { Kbd } from '#components/ui/kbd.tsx'
import { Tooltip } from '#components/ui/tooltip.tsx'
import { useOffer } from '#components/workspace/action-controls.tsx'
import { useFrame } from '#components/workspace/frame-state.ts'
import { papers } from '#lib/notes/papers.ts'
import { showToolNames } from './frame-actions.ts'
import { useCovering } from './use-covering.ts'

/** The tools and the kinds of note, which is the legend of the wall at the same time. */
export function Palette() {
  const { legend } = useFrame()
  const names = useOffer(showToolNames)
  const ref = useRef<HTMLElement>(null)
  useCovering(ref, 'left')
  return (
    <nav
      ref={ref}
      data-slot="tools"
      aria-label="Tools and notes"
      className="absolute top-3 left-3 z-10 hidden max-h-[calc(100%-1.5rem)] overflow-y-auto rounded-md border border-line bg-paper-0 p-1 shadow-panel sm:block"
    >
      <PaletteItems legend={legend} />
      <hr className="my-1 border-line" />
      <Item legend={legend} label={names.short} hint="The legend of the wall" onPress={names.press}>
        <names.icon />
      </Item>
    </nav>
  )
}

const tools = [
  { action: pickSelect },
  { action: pickHand },
  { action: pickLink, hint: 'From one note to another' },
  { action: pickLane, hint: 'What one actor does' },
]

export function PaletteItems({ legend, onPick }: { legend: boolean; onPick?: () => void }) {
  return (
    <>
      {tools.map(({ action, hint }) => (
        <ToolItem key={action.id} legend={legend} onPick={onPick} action={action} hint={hint} />
      ))}
      <hr className="my-1 border-line" />
      {noteTools.map(({ kind, action }) => (
        <ToolItem key={action.id} legend={legend} onPick={onPick} action={action} hint={kind.hint}>
          <span
            className="grid size-6 place-items-center rounded-note shadow-note"
            style={{ backgroundColor: papers[kind.paper].fill, color: papers[kind.paper].ink }}
          >
            <Glyph name={kind.icon} className="size-3.5!" />
          </span>
        </ToolItem>
      ))}
    </>
  )
}

interface ItemProps {
  legend: boolean
  label: string
  hint?: string | undefined
  shortcut?: string | undefined
  children: ReactNode
}

function ToolItem({
  action,
  onPick,
  children,
  ...rest
}: Pick<ItemProps, 'legend' | 'hint'> & {
  action: ToolAction
  onPick: (() => void) | undefined
  children?: ReactNode
}) {
  const board = useBoard()
  const { short, icon: Icon, isOn, keys, reason } = useOffer(action)
  return (
    <Item
      {...rest}
      label={short}
      shortcut={keys}
      picked={isOn}
      {...(reason === null ? {} : { refused: reason })}
      onPress={byKey => {
        if (reason !== null) return board.tell(reason)
        // A tool selected by pointer shows its preview at the pointer.
        board.tool.set(action.tool)
        onPick?.()
        // A tool selected by key is used by keys: Enter puts it on the wall.
        if (byKey) focusWall(board)
      }}
    >
      {children ?? <Icon />}
    </Item>
  )
}

function Item(props: ItemProps & { picked?: boolean; refused?: string; onPress: (byKey: boolean) => void }) {
  const { legend, label, hint, shortcut, picked, refused, onPress, children } = props
  const button = (
    <button
      type="button"
      aria-label={label}
      aria-pressed={picked}
      aria-disabled={refused !== undefined}
      title={refused}
      onClick={event => onPress(event.detail === 0)}
      className={cx(
        'flex h-9 w-full items-center gap-2.5 rounded-sm px-1.5 text-left text-sm touch:h-11 [&_svg]:size-5',
        picked ? 'bg-accent-soft text-accent-strong' : 'text-ink-700 hover:bg-ink-900/5',
        refused !== undefined && 'opacity-40',
        legend ? 'min-w-44' : 'w-9 justify-center touch:w-11',
      )}
    >
      <span className="grid size-6 shrink-0 place-items-center">{children}</span>
      {legend && (
        <>
          <span className="flex-1">{label}</span>
          {shortcut && (
            <span className="touch:hidden">
              <Kbd keys={shortcut} />
            </span>
          )}
        </>
      )}
    </button>
  )
  // In the legend the name stands there already.
  const says = legend ? hint : (refused ?? (hint ? `${label}: ${hint.charAt(0).toLowerCase()}${hint.slice(1)}` : label))
  if (says === undefined) return button
  return (
    <Tooltip label={says} shortcut={legend ? undefined : shortcut} side="right">
      {button}
    </Tooltip>
  )
}
