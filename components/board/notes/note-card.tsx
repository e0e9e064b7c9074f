'use client'
import { Lock } from 'lucide-react'
import { memo, useLayoutEffect, useRef } from 'react'
import { useStore, useStorePart } from '#components/ui/store.ts'
import type { Note } from '#lib/board/snapshot.ts'
import { noteKind } from '#lib/notes/kinds/index.ts'
import { papers } from '#lib/notes/papers.ts'
import {
  useBoard,
  useCompanions,
  useFate,
  useIsFaded,
  useIsSelected,
  useMarks,
  useNote,
  useShownText,
} from '../state/board-context.tsx'
import type { BoardState } from '../state/board-state.ts'
import { KindGlyph } from './kind-glyphs.tsx'
import { MarkStamp } from './mark-stamp.tsx'
import { fitNote, noteFont } from './measure.ts'
import { arrive } from './motions.ts'
import { noteName } from './note-name.ts'

/** One note on the wall, as a card for reading, focus and screen readers. Dragging it renders nothing. */
export const NoteCard = memo(function NoteCard({ id }: { id: string }) {
  const note = useNote(id)
  return note ? <Card note={note} /> : null
})

function Card({ note }: { note: Note }) {
  const board = useBoard()
  const { id } = note
  useStore(noteFont)
  const selected = useIsSelected(id)
  const companions = useCompanions(id)
  const marks = useMarks(id)
  const editing = useStorePart(board.editing, now => now?.root === 'notes' && now.id === id)
  const ref = useFollowedPlace(board, note)
  const kind = noteKind(note.kind)
  const paper = papers[note.colour ?? kind.paper]
  const fate = useFate(id)
  const faded = useIsFaded(id)
  const shown = useShownText(note)
  const text = fitNote(shown, note.w, note.h)
  const companion = companions[0]
  return (
    <div
      ref={ref}
      id={`note-${id}`}
      role="option"
      aria-selected={selected}
      aria-label={noteName(board.model, note)}
      tabIndex={-1}
      className="note"
      data-note={id}
      data-corner={kind.corner}
      data-fate={fate?.kind}
      data-faded={faded || undefined}
      data-selected={selected || undefined}
      data-companion={companion ? '' : undefined}
      style={{
        width: note.w,
        height: note.h,
        '--fill': paper.fill,
        '--edge': paper.edge,
        '--ink': paper.ink,
        ...(companion ? { '--companion': companion.colour } : {}),
      }}
    >
      {!editing && (
        <div className="note-text" dir="auto" data-cut={text.fits ? undefined : ''} style={{ fontSize: text.size }}>
          {shown}
        </div>
      )}
      {note.h >= 56 && <KindGlyph kind={note.kind} />}
      {note.tags.length > 0 && <TagSlips tags={note.tags} />}
      {note.locked && <Lock className="note-pin" aria-hidden="true" />}
      {marks.length > 0 && (
        <span className="note-marks">
          {marks.map(mark => (
            <MarkStamp key={mark.key} mark={mark} />
          ))}
        </span>
      )}
      {companion && (
        <span className="note-companion">
          {companion.editing ? `${companion.name} is writing` : companion.name}
          {companions.length > 1 && ` +${companions.length - 1}`}
        </span>
      )}
    </div>
  )
}

/** Tags that a card shows in full; the others are counted. */
const mostTags = 2

/** Drawn by CSS: the card's accessible name includes the tags. */
const TagSlips = ({ tags }: { tags: readonly string[] }) => (
  <span className="note-tags" aria-hidden="true">
    {tags.slice(0, mostTags).map(tag => (
      <span key={tag} dir="auto" data-tag={tag} />
    ))}
    {tags.length > mostTags && <span data-tag={`+${tags.length - mostTags}`} />}
  </span>
)

/** Positions a card at its note, or where somebody drags it, by style alone. */
function useFollowedPlace(board: BoardState, note: Note) {
  const ref = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const place = () => {
      const element = ref.current
      if (!element) return
      const box = board.previews.boxOf(note)
      element.style.left = `${box.x}px`
      element.style.top = `${box.y}px`
      element.style.width = `${box.w}px`
      element.style.height = `${box.h}px`
      element.toggleAttribute('data-lifted', board.previews.of(note.id) !== undefined)
    }
    place()
    return board.previews.watch(note.id, place)
  }, [board, note])
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the card is put into the page.
  useLayoutEffect(() => {
    if (ref.current) arrive(board, note, ref.current)
  }, [])
  return ref
}
