'use client'
import { Eye, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useBoard, useMay } from '#components/board/state/board-context.tsx'
import { BoundText } from '#components/method/bound-text.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { toast } from '#components/ui/toast.tsx'
import { deleteNotes } from '#lib/board/commands/notes.ts'
import type { Note } from '#lib/board/snapshot.ts'
import { noteKind } from '#lib/notes/kinds/index.ts'
import { papers } from '#lib/notes/papers.ts'
import { useAsk } from '../state/ask.ts'

/** One's own notes on a pad, each editable in place; `name` is what one of them is called. */
export function OwnNotes({
  notes,
  name,
  refusal,
}: {
  notes: readonly Note[]
  name: string
  /** Why a note cannot be changed or deleted now; null: it can. */
  refusal: (note: Note, to: 'edit' | 'delete') => string | null
}) {
  const end = useRef<HTMLLIElement>(null)
  const count = notes.length
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new note comes into sight.
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [count])
  if (count === 0) return null
  return (
    <ul
      aria-label="What you have written"
      className="flex min-h-0 flex-1 gap-2 overflow-auto p-3 max-sm:flex-nowrap sm:flex-wrap sm:content-start"
    >
      {notes.map((note, at) => (
        <li key={note.id} ref={at === count - 1 ? end : undefined} className="shrink-0">
          <OwnNote note={note} label={`${name} ${at + 1}`} refusal={refusal} />
        </li>
      ))}
    </ul>
  )
}

function OwnNote({
  note,
  label,
  refusal,
}: { note: Note; label: string } & Pick<Parameters<typeof OwnNotes>[0], 'refusal'>) {
  const draft = useBoard()
  const ask = useAsk()
  const mayShare = useMay('draft.share-mine').ok
  const kind = noteKind(note.kind)
  const { fill, ink } = papers[note.colour ?? kind.paper]
  const takeOff = () => {
    deleteNotes(draft.writer, draft.model, new Set([note.id]))
    toast({ text: 'Your note is gone.', action: { label: 'Undo', perform: () => draft.undo.undo() } })
  }
  return (
    <div className="relative w-40 rounded-note shadow-note" style={{ backgroundColor: fill, color: ink }}>
      <BoundText
        root="notes"
        entity={note.id}
        field="text"
        rows={3}
        disabled={refusal(note, 'edit') !== null}
        aria-label={`${label}, ${kind.label}`}
        className="min-h-24! resize-none! border-transparent! bg-transparent! p-2! pr-9! font-note text-base! text-inherit! leading-snug"
      />
      <div className="absolute top-0.5 right-0.5 grid">
        <IconButton
          label="Take this note off"
          size="sm"
          className="text-inherit!"
          disabled={refusal(note, 'delete') !== null}
          title={refusal(note, 'delete') ?? undefined}
          onClick={takeOff}
        >
          <X />
        </IconButton>
        {mayShare && (
          <IconButton
            label="Show this note to everybody now"
            size="sm"
            className="text-inherit!"
            onClick={() => void ask('drafts.share', { notes: [note.id] })}
          >
            <Eye />
          </IconButton>
        )}
      </div>
    </div>
  )
}
