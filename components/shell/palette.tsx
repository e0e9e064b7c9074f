'use client'
import { cx } from 'class-variance-authority'
import { Hand, MousePointer2, PanelLeftClose, PanelLeftOpen, Rows3, Spline } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { toolActions } from '#components/board/actions/tools.ts'
import { focusWall } from '#components/board/notes/roving-focus.ts'
import { useBoard, useMay } from '#components/board/state/board-context.tsx'
import type { ToolChoice } from '#components/board/state/board-state.ts'
import { Glyph } from '#components/ui/glyph.tsx'
import { Kbd } from '#components/ui/kbd.tsx'
import { useStore } from '#components/ui/store.ts'
import { Tooltip } from '#components/ui/tooltip.tsx'
import { useFrame, useFrameStore } from '#components/workspace/frame-state.ts'
import { keyChoices, keysOf } from '#components/workspace/keymap.ts'
import { noteKinds } from '#lib/notes/kinds/index.ts'
import { papers } from '#lib/notes/papers.ts'
import { useCovering } from './use-covering.ts'

/** The tools and the kinds of note, which is the legend of the wall at the same time. */
export function Palette() {
  const { legend } = useFrame()
  const frame = useFrameStore()
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
      <Item
        legend={legend}
        label={legend ? 'Hide names' : 'Show names'}
        hint="The legend of the wall"
        onPress={() => frame.change({ legend: !legend })}
      >
        {legend ? <PanelLeftClose /> : <PanelLeftOpen />}
      </Item>
    </nav>
  )
}

export function PaletteItems({ legend, onPick }: { legend: boolean; onPick?: () => void }) {
  return (
    <>
      <ToolItem legend={legend} onPick={onPick} choice={{ id: 'select' }} label="Select">
        <MousePointer2 />
      </ToolItem>
      <ToolItem legend={legend} onPick={onPick} choice={{ id: 'hand' }} label="Move the wall">
        <Hand />
      </ToolItem>
      <ToolItem legend={legend} onPick={onPick} choice={{ id: 'link' }} label="Link" hint="From one note to another">
        <Spline />
      </ToolItem>
      <ToolItem legend={legend} onPick={onPick} choice={{ id: 'lane' }} label="Lane" hint="What one actor does">
        <Rows3 />
      </ToolItem>
      <hr className="my-1 border-line" />
      {noteKinds.map(kind => (
        <ToolItem
          key={kind.id}
          legend={legend}
          onPick={onPick}
          choice={{ id: 'note', kind: kind.id }}
          label={kind.label}
          hint={kind.hint}
        >
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
  hint?: string
  shortcut?: string | undefined
  children: ReactNode
}

function ToolItem({
  choice,
  onPick,
  ...rest
}: Omit<ItemProps, 'shortcut'> & { choice: ToolChoice; onPick: (() => void) | undefined }) {
  const board = useBoard()
  const { tool, tell } = board
  const now = useStore(tool)
  useStore(keyChoices)
  const id = choice.id === 'note' ? `tool.note.${choice.kind}` : `tool.${choice.id}`
  const action = toolActions.find(one => one.id === id)
  const facts = { own: true, locked: false, ...(choice.id === 'note' ? { kind: choice.kind } : {}) }
  const mayAdd = useMay(choice.id === 'link' ? 'link.add' : choice.id === 'lane' ? 'lane.change' : 'note.add', facts)
  const may = choice.id === 'select' || choice.id === 'hand' ? ({ ok: true } as const) : mayAdd
  const picked = now.id === choice.id && (now.id !== 'note' || choice.id !== 'note' || now.kind === choice.kind)
  return (
    <Item
      {...rest}
      shortcut={action && keysOf(action)[0]}
      picked={picked}
      {...(may.ok ? {} : { refused: may.reason })}
      onPress={byKey => {
        if (!may.ok) return tell(may.reason)
        tool.set(choice)
        onPick?.()
        // Picked by a key, the tool is used by keys: Enter puts it on the wall.
        if (byKey) focusWall(board)
      }}
    />
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
