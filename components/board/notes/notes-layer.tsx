'use client'
import { useLayoutEffect, useRef } from 'react'
import type { Culling } from '../canvas/culling.ts'
import { useBoard } from '../state/board-context.tsx'
import { above } from '../state/spatial-index.ts'
import { useStore } from '../state/store.ts'
import { NoteCard } from './note-card.tsx'
import { useRovingFocus } from './roving-focus.ts'

/** The cards in sight. Their order in the page is the order of reading; the stack is a matter of style. */
export function NotesLayer({ culling }: { culling: Culling }) {
  const board = useBoard()
  const { notes, mode } = useStore(culling)
  const ref = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const stacked = new Map<string, string>()
    const stack = () => {
      const shown = notes.flatMap(id => board.model.notes.get(id) ?? []).sort((a, b) => (above(a, b) ? 1 : -1))
      for (const [height, { id, z }] of shown.entries()) {
        stacked.set(id, z)
        const card = document.getElementById(`note-${id}`)
        if (card) card.style.zIndex = String(height + 1)
      }
    }
    stack()
    return board.model.subscribe(({ changes }) => {
      const lifted = (id: string) => stacked.has(id) && stacked.get(id) !== board.model.notes.get(id)?.z
      if (changes.get('notes')?.values().some(lifted)) stack()
    })
  }, [board, notes])
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
