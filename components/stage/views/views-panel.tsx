'use client'
import { ArrowDown, ArrowUp, Crosshair, Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useBoard, useMay, useOfBoard } from '#components/board/state/board-context.tsx'
import { isComposing } from '#components/ui/composing.ts'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Menu, MenuItem, MenuSeparator } from '#components/ui/menu.tsx'
import { ActionButton } from '#components/workspace/action-controls.tsx'
import { deleteView, moveView, setView } from '#lib/board/commands/views.ts'
import type { View } from '#lib/board/snapshot.ts'
import { visibleRect } from '../attention/shown-part.ts'
import { present, saveThisView } from './view-actions.ts'
import { lookAt } from './view-edits.ts'

export const useViews = (): readonly View[] => useOfBoard(model => model.views)

/** Saved parts of the wall, in the order in which they are presented. */
export function ViewsPanel() {
  const views = useViews()
  const mayChange = useMay('view.change').ok
  return (
    <div className="grid grid-cols-1 gap-3 px-4 pb-6">
      <div className="flex flex-wrap gap-2">
        {mayChange && <ActionButton action={saveThisView} size="sm" />}
        {views.length > 0 && <ActionButton action={present} size="sm" variant="primary" />}
      </div>
      {views.length === 0 && (
        <p className="text-ink-500 text-sm">
          {mayChange
            ? 'No views yet. Turn the wall to a part that you will want to show, and save it; presenting walks through them with the arrow keys.'
            : 'No views yet. Who facilitates saves them.'}
        </p>
      )}
      <ol aria-label="Views" className="grid grid-cols-1 gap-1">
        {views.map((view, at) => (
          <Row key={view.id} view={view} at={at} last={at === views.length - 1} />
        ))}
      </ol>
    </div>
  )
}

function Row({ view, at, last }: { view: View; at: number; last: boolean }) {
  const board = useBoard()
  const { writer, model } = board
  const mayChange = useMay('view.change').ok
  const [naming, setNaming] = useState(false)
  return (
    <li className="flex items-center gap-1 rounded-md border border-line pr-1">
      {naming ? (
        <NameField
          name={view.name}
          onDone={name => {
            setNaming(false)
            if (name && name !== view.name) setView(writer, 'view.rename', view.id, { name })
          }}
        />
      ) : (
        <button
          type="button"
          onClick={() => lookAt(board, view)}
          className="flex min-h-10 min-w-0 flex-1 items-center gap-2 px-2 text-left text-sm touch:min-h-11"
        >
          <span className="w-5 shrink-0 text-right text-ink-500 figures">{at + 1}</span>
          <bdi className="truncate">{view.name}</bdi>
        </button>
      )}
      {mayChange && !naming && (
        <Menu
          align="end"
          trigger={
            <IconButton label={`More for ${view.name}`} size="sm">
              <Ellipsis />
            </IconButton>
          }
        >
          <MenuItem icon={<Pencil />} onSelect={() => setNaming(true)}>
            Rename
          </MenuItem>
          <MenuItem
            icon={<Crosshair />}
            onSelect={() => setView(writer, 'view.point', view.id, { rect: visibleRect(board) })}
          >
            Point it at what I see
          </MenuItem>
          <MenuItem icon={<ArrowUp />} disabled={at === 0} onSelect={() => moveView(writer, model, view.id, at - 1)}>
            Earlier
          </MenuItem>
          <MenuItem icon={<ArrowDown />} disabled={last} onSelect={() => moveView(writer, model, view.id, at + 1)}>
            Later
          </MenuItem>
          <MenuSeparator />
          <MenuItem icon={<Trash2 />} danger onSelect={() => deleteView(writer, view.id)}>
            Delete
          </MenuItem>
        </Menu>
      )}
    </li>
  )
}

function NameField({ name, onDone }: { name: string; onDone: (name: string) => void }) {
  const [text, setText] = useState(name)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onDone(text.trim())
  }
  return (
    <form onSubmit={submit} className="flex-1 p-1">
      <input
        // biome-ignore lint/a11y/noAutofocus: the person chose to write the name.
        autoFocus
        aria-label="Name of the view"
        dir="auto"
        value={text}
        maxLength={120}
        onChange={event => setText(event.target.value)}
        onFocus={event => event.target.select()}
        onBlur={() => onDone(text.trim())}
        onKeyDown={event => event.key === 'Escape' && !isComposing(event) && onDone(name)}
        className="h-9 w-full rounded-sm border border-line-strong bg-paper-0 px-2 text-sm"
      />
    </form>
  )
}
