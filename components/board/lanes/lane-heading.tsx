'use client'
import { Ellipsis } from 'lucide-react'
import { useRef } from 'react'
import { Menu } from '#components/ui/menu.tsx'
import { setLane } from '#lib/board/commands/lanes.ts'
import { limits } from '#lib/board/fields.ts'
import type { Lane } from '#lib/board/snapshot.ts'
import { LaneMenu } from '../actions/menus.tsx'
import { useBoard, useIsSelected } from '../state/board-context.tsx'
import { useStorePart } from '../state/store.ts'
import { actorNames } from './lane-lines.ts'

/** A lane's name on its strip of tape: drag it to move the lane, Enter or a double press to rename it. */
export function LaneHeading({ lane, shift }: { lane: Lane; shift: number }) {
  const board = useBoard()
  const selected = useIsSelected(lane.id)
  const editing = useStorePart(board.editing, now => now?.root === 'lanes' && now.id === lane.id)
  const name = lane.name || actorNames[lane.actor]
  return (
    <div
      className="lane-heading"
      data-actor={lane.actor}
      data-selected={selected || undefined}
      data-lifted={shift !== 0 || undefined}
      style={{ '--top': lane.top + shift, '--height': lane.height }}
    >
      {editing ? (
        <NameField lane={lane} />
      ) : (
        <button
          type="button"
          className="lane-name"
          data-hit={`lane-heading:${lane.id}`}
          aria-label={`Lane ${name}, ${actorNames[lane.actor]}`}
          aria-pressed={selected}
          title={actorNames[lane.actor]}
          onFocus={() => board.selection.setLane(lane.id)}
        >
          <span dir="auto">{name}</span>
        </button>
      )}
      {!editing && (
        <Menu
          label={`Lane ${name}`}
          onOpen={() => board.selection.setLane(lane.id)}
          trigger={
            <button
              type="button"
              data-own-pointer
              className="lane-more"
              aria-label={`${name}: what to do with the lane`}
            >
              <Ellipsis aria-hidden size={16} />
            </button>
          }
        >
          <LaneMenu />
        </Menu>
      )}
    </div>
  )
}

function NameField({ lane }: { lane: Lane }) {
  const board = useBoard()
  const kept = useRef(false)
  const commit = (name: string) => {
    if (kept.current) return
    kept.current = true
    if (board.may('lane.change').ok) setLane(board.writer, 'lane.name', lane.id, { name: name.trim() })
    if (board.editing.get()?.id === lane.id) board.editing.set(null)
  }
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: opened by the person, to write into.
      autoFocus
      dir="auto"
      className="lane-name"
      defaultValue={lane.name}
      placeholder={actorNames[lane.actor]}
      maxLength={limits.name}
      aria-label="Name of the lane"
      size={Math.max(10, lane.name.length + 1)}
      onFocus={event => event.target.select()}
      onBlur={event => commit(event.target.value)}
      onKeyDown={event => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') commit(event.currentTarget.value)
        else if (event.key === 'Escape') commit(lane.name)
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    />
  )
}
