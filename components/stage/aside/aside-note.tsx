'use client'
import { ArrowDownToLine, X } from 'lucide-react'
import { useBoard } from '#components/board/state/board-context.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import type { Note } from '#lib/board/snapshot.ts'
import { noteKind } from '#lib/notes/kinds/index.ts'
import { papers } from '#lib/notes/papers.ts'

/** A note in the inbox or parking lot, in a list: to move onto the wall, or to delete. */
export function AsideNote({
  note,
  verb,
  refusal,
  onLetIn,
  onTakeOff,
}: {
  note: Note
  /** Label of the button that moves it onto the wall. */
  verb: string
  refusal: string | undefined
  onLetIn: () => void
  onTakeOff: () => void
}) {
  const board = useBoard()
  const kind = noteKind(note.kind)
  const { fill, ink } = papers[note.colour ?? kind.paper]
  const text = note.text.trim() || kind.label
  const author = board.authorName(note.made)
  return (
    <li className="flex items-center gap-1">
      <div
        className="min-w-0 flex-1 rounded-note px-2 py-1.5 font-note text-sm leading-snug shadow-note"
        style={{ backgroundColor: fill, color: ink }}
      >
        <bdi className="line-clamp-3">{text}</bdi>
        {author && <span className="block font-ui text-xs">{author}</span>}
      </div>
      <IconButton
        label={`${verb}: ${text}`}
        size="sm"
        variant="quiet"
        disabled={refusal !== undefined}
        title={refusal}
        onClick={onLetIn}
      >
        <ArrowDownToLine />
      </IconButton>
      <IconButton label={`Take off: ${text}`} size="sm" disabled={refusal !== undefined} onClick={onTakeOff}>
        <X />
      </IconButton>
    </li>
  )
}
