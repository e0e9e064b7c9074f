'use client'
import './notes.css'
import { useLayoutEffect, useMemo, useRef } from 'react'
import { useStore } from '#components/ui/store.ts'
import type { Culling } from '../canvas/culling.ts'
import { useBoard } from '../state/board-context.tsx'
import { Stack } from '../state/stack.ts'
import { NoteCard } from './note-card.tsx'
import { useRovingFocus } from './roving-focus.ts'

/** The visible cards. Their order in the document is the reading order; the stack order is set by style. */
export function NotesLayer({ culling }: { culling: Culling }) {
  const board = useBoard()
  const { notes, mode } = useStore(culling)
  const ref = useRef<HTMLDivElement>(null)
  const heights = useMemo(() => new Stack(board.model.notes), [board])
  useLayoutEffect(() => {
    const stack = () => {
      for (const id of notes) {
        const card = document.getElementById(`note-${id}`)
        const height = String(heights.of(id))
        if (card && card.style.zIndex !== height) card.style.zIndex = height
      }
    }
    heights.changed(notes)
    stack()
    return board.model.subscribe(({ changes }) => {
      if (heights.changed(changes.get('notes') ?? [])) stack()
    })
  }, [board, heights, notes])
  useRovingFocus(board, ref, notes)
  return (
    <div
      ref={ref}
      role="listbox"
      aria-label="Notes on the wall"
      aria-multiselectable="true"
      className="notes-layer"
      hidden={mode === 'far'}
      onFocus={event => {
        if (event.target instanceof HTMLElement && event.target.dataset.note !== undefined)
          board.current.set(event.target.dataset.note)
      }}
    >
      {notes.map(id => (
        <NoteCard key={id} id={id} />
      ))}
    </div>
  )
}
