'use client'
import './groups.css'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { useStorePart } from '#components/ui/store.ts'
import { groupsOnWall, nameGroup } from '#lib/board/commands/groups.ts'
import type { Note } from '#lib/board/snapshot.ts'
import { around, expand } from '#lib/geometry/box.ts'
import { NameField } from '../layers/name-field.tsx'
import { focusWall } from '../notes/roving-focus.ts'
import { useBoard, useBoardVersion, useSelection } from '../state/board-context.tsx'
import { startEditing } from '../tools/press-select.ts'

/** px on the wall between a group's notes and the line around them. */
const margin = 14

/** Groups: a line around the notes of each group that has a name, and the name over it. */
export function GroupsLayer() {
  const board = useBoard()
  const version = useBoardVersion()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the model keeps its identity; its version says that it changed.
  const groups = useMemo(() => groupsOnWall(board.model), [board.model, version])
  return [...groups].map(([id, notes]) => <GroupFrame key={id} id={id} notes={notes} />)
}

function GroupFrame({ id, notes }: { id: string; notes: readonly Note[] }) {
  const board = useBoard()
  const box = useShownBox(notes)
  const { notes: selected } = useSelection()
  const editing = useStorePart(board.editing, now => now?.root === 'groups' && now.id === id)
  const name = board.model.groups.get(id)?.name ?? ''
  const chosen = selected.size > 0 && notes.every(note => selected.has(note.id))
  if (!box || (name === '' && !chosen && !editing)) return null
  const done = (written: string) => {
    if (board.may('note.group').ok) nameGroup(board.writer, id, written)
    if (board.editing.get()?.id !== id) return
    board.editing.set(null)
    focusWall(board)
  }
  return (
    <div
      className="group-frame"
      data-chosen={chosen || undefined}
      style={{ left: box.x, top: box.y, width: box.w, height: box.h }}
    >
      {editing ? (
        <NameField
          className="group-name"
          label="Name of the group"
          placeholder="What they have in common"
          name={name}
          onDone={done}
        />
      ) : (
        <button
          type="button"
          data-hit={`group:${id}`}
          className="group-name"
          data-unnamed={name === '' || undefined}
          aria-label={name ? `Group ${name}` : 'Name the group'}
          aria-pressed={chosen}
          title="Drag it to move the group; press twice, or F2, to name it"
          onClick={() => board.selection.setNotes(notes.map(note => note.id))}
          onDoubleClick={() => startEditing(board, 'groups', id)}
          onKeyDown={event => {
            if (event.key !== 'F2') return
            event.preventDefault()
            startEditing(board, 'groups', id)
          }}
        >
          <span dir="auto">{name || 'Name the group'}</span>
        </button>
      )}
    </div>
  )
}

/**
 * Returns the box around notes as shown now, also while somebody drags them; null while the view shows none of them.
 */
function useShownBox(notes: readonly Note[]) {
  const board = useBoard()
  const subscribe = useCallback(
    (changed: () => void) => {
      const stops = [board.previews.subscribe(changed), board.index.subscribe(changed)]
      return () => {
        for (const stop of stops) stop()
      }
    },
    [board],
  )
  const read = () => {
    const box = around(notes.filter(note => board.index.has(note.id)).map(note => board.previews.boxOf(note)))
    return box && expand(box, margin)
  }
  const snapshot = () => {
    const box = read()
    return box ? `${box.x},${box.y},${box.w},${box.h}` : ''
  }
  useSyncExternalStore(subscribe, snapshot, snapshot)
  return read()
}
