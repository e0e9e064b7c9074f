'use client'
import { cx } from 'class-variance-authority'
import type { ReactNode } from 'react'
import type { ToolAction } from '#components/board/actions/tools.ts'
import { focusWall } from '#components/board/notes/roving-focus.ts'
import { useBoard } from '#components/board/state/board-context.tsx'
import { Glyph } from '#components/ui/glyph.tsx'
import { Kbd } from '#components/ui/kbd.tsx'
import { Tooltip } from '#components/ui/tooltip.tsx'
import { useOffer } from '#components/workspace/action-controls.tsx'
import { papers } from '#lib/notes/papers.ts'
import { useToolsNow } from './tool-column.tsx'

/** The tools and the kinds of note with their names: on a phone, in a box of their own. */
export function PaletteItems({ onPick }: { onPick: () => void }) {
  const { tools, kinds, more } = useToolsNow()
  return (
    <>
      {tools.map(action => (
        <ToolItem key={action.id} onPick={onPick} action={action} />
      ))}
      <hr className="my-1 border-line" />
      {[...kinds, ...more].map(({ kind, action }) => (
        <ToolItem key={action.id} onPick={onPick} action={action} hint={kind.hint}>
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
}: Pick<ItemProps, 'hint'> & {
  action: ToolAction
  onPick: () => void
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
        onPick()
        // A tool selected by key is used by keys: Enter puts it on the wall.
        if (byKey) focusWall(board)
      }}
    >
      {children ?? <Icon />}
    </Item>
  )
}

function Item(props: ItemProps & { picked?: boolean; refused?: string; onPress: (byKey: boolean) => void }) {
  const { label, hint, shortcut, picked, refused, onPress, children } = props
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
        'min-w-44',
      )}
    >
      <span className="grid size-6 shrink-0 place-items-center">{children}</span>
      <span className="flex-1">{label}</span>
      {shortcut && (
        <span className="touch:hidden">
          <Kbd keys={shortcut} />
        </span>
      )}
    </button>
  )
  if (hint === undefined) return button
  return (
    <Tooltip label={hint} side="right">
      {button}
    </Tooltip>
  )
}
