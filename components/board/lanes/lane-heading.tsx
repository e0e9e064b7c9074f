'use client'
import { Ellipsis } from 'lucide-react'
import { useRef } from 'react'
import { Menu } from '#components/ui/menu.tsx'
import { useStorePart } from '#components/ui/store.ts'
import { setLane } from '#lib/board/commands/lanes.ts'
import type { Lane } from '#lib/board/snapshot.ts'
import { actors } from '#lib/method/vocabulary.ts'
import { LaneMenu } from '../actions/menus.tsx'
import { NameField } from '../layers/name-field.tsx'
import { useBoard, useIsSelected } from '../state/board-context.tsx'
import { useHeadingPlace } from './use-heading-place.ts'

/** A lane's name on its strip of tape: drag it to move the lane, Enter or a double press to rename it. */
export function LaneHeading({ lane, shift }: { lane: Lane; shift: number }) {
  const board = useBoard()
  const selected = useIsSelected(lane.id)
  const editing = useStorePart(board.editing, now => now?.root === 'lanes' && now.id === lane.id)
  const name = lane.name || actors[lane.actor]
  const done = (written: string) => {
    if (board.may('lane.change').ok) setLane(board.writer, 'lane.name', lane.id, { name: written })
    if (board.editing.get()?.id === lane.id) board.editing.set(null)
  }
  const root = useRef<HTMLDivElement>(null)
  const tape = useRef<HTMLDivElement>(null)
  useHeadingPlace(root, tape, { top: lane.top + shift, height: lane.height })
  return (
    <div
      ref={root}
      className="lane-heading"
      data-actor={lane.actor}
      data-selected={selected || undefined}
      data-lifted={shift !== 0 || undefined}
      style={{ '--top': lane.top + shift, '--height': lane.height }}
    >
      <div ref={tape} className="lane-tape">
        {editing ? (
          <NameField
            className="lane-name"
            label="Name of the lane"
            placeholder={actors[lane.actor]}
            name={lane.name}
            onDone={done}
          />
        ) : (
          <button
            type="button"
            className="lane-name"
            data-hit={`lane-heading:${lane.id}`}
            aria-label={`Lane ${name}, ${actors[lane.actor]}`}
            aria-pressed={selected}
            title={actors[lane.actor]}
            // A press decides itself what it selects: perhaps a note under the name.
            onFocus={event => event.target.matches(':focus-visible') && board.selection.setLane(lane.id)}
          >
            <span dir="auto">{name}</span>
          </button>
        )}
      </div>
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
