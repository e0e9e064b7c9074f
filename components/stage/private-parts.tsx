'use client'
import { cx } from 'class-variance-authority'
import { CornerDownLeft, Eye, X } from 'lucide-react'
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useBoard, useMay } from '#components/board/state/board-context.tsx'
import { useStorePart } from '#components/board/state/store.ts'
import { BoundText } from '#components/method/bound-text.tsx'
import { Button } from '#components/ui/button.tsx'
import { Glyph } from '#components/ui/glyph.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { toast } from '#components/ui/toast.tsx'
import { addNotes, deleteNotes } from '#lib/board/commands/notes.ts'
import { limits } from '#lib/board/fields.ts'
import type { Note } from '#lib/board/snapshot.ts'
import { type NoteKindId, noteKind, noteKinds } from '#lib/notes/kinds/index.ts'
import { papers } from '#lib/notes/papers.ts'
import { useAsk } from './ask.ts'

/** The notes of the pad, each to be changed in its place. */
export function PrivateList({ notes, refusal }: { notes: readonly Note[]; refusal: string | null }) {
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
          <PrivateNote note={note} at={at} refusal={refusal} />
        </li>
      ))}
    </ul>
  )
}

function PrivateNote({ note, at, refusal }: { note: Note; at: number; refusal: string | null }) {
  const draft = useBoard()
  const ask = useAsk()
  const mayShare = useMay('draft.share-mine').ok
  const kind = noteKind(note.kind)
  const { fill, ink } = papers[note.colour ?? kind.paper]
  const takeOff = () => {
    deleteNotes(draft.writer, draft.model, new Set([note.id]))
    toast({ text: 'Your private note is gone.', action: { label: 'Undo', perform: () => draft.undo.undo() } })
  }
  return (
    <div className="relative w-40 rounded-note shadow-note" style={{ backgroundColor: fill, color: ink }}>
      <BoundText
        root="notes"
        entity={note.id}
        field="text"
        rows={3}
        disabled={refusal !== null}
        aria-label={`Private note ${at + 1}, ${kind.label}`}
        className="min-h-24! resize-none! border-transparent! bg-transparent! p-2! pr-9! font-note text-base! text-inherit! leading-snug"
      />
      <div className="absolute top-0.5 right-0.5 grid">
        <IconButton
          label="Take this note off"
          size="sm"
          className="text-inherit!"
          disabled={refusal !== null}
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

/** Where the next note is written: Enter puts it down, several lines pasted become several notes. */
export function PrivateComposer({ refusal, place }: { refusal: string | null; place?: 'inbox' }) {
  const draft = useBoard()
  const add = useStorePart(draft.access, ({ phase }) => phase.rights.add)
  const kinds = noteKinds.filter(one => add === 'all' || add.includes(one.id))
  const [chosen, setChosen] = useState<NoteKindId | null>(null)
  const [text, setText] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  // What the activity names first is what it is about.
  const first = add === 'all' ? 'plain' : add[0]
  const kind = kinds.find(one => one.id === chosen) ?? kinds.find(one => one.id === first)
  if (!kind) return <p className="p-3 text-ink-500 text-sm">This activity takes no notes.</p>
  const put = (lines: readonly string[]) => {
    const texts = lines.map(line => line.trim().slice(0, limits.text)).filter(Boolean)
    if (texts.length === 0 || refusal !== null) return
    addNotes(
      draft.writer,
      draft.model,
      texts.map(one => ({ kind: kind.id, text: one, x: 0, y: 0, ...(place ? { fields: { place } } : {}) })),
    )
    draft.announce(texts.length === 1 ? 'Note added.' : `${texts.length} notes added.`)
    setText('')
    field.current?.focus()
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    put([text])
  }
  const paste = (event: ClipboardEvent) => {
    const lines = event.clipboardData.getData('text').split(/\r?\n/)
    if (text !== '' || lines.filter(line => line.trim()).length < 2) return
    event.preventDefault()
    put(lines)
  }
  const { fill, ink, edge } = papers[kind.paper]
  return (
    <form
      className="grid grid-cols-1 gap-2 border-line border-t bg-paper-0 p-3 first:border-t-0"
      onSubmit={event => {
        event.preventDefault()
        put([text])
      }}
    >
      {kinds.length > 1 && (
        <fieldset className="-m-1 flex min-w-0 gap-1.5 overflow-x-auto p-1" disabled={refusal !== null}>
          <legend className="sr-only">Kind of note</legend>
          {kinds.map(({ id, label, icon, paper }) => (
            <button
              key={id}
              type="button"
              aria-pressed={id === kind.id}
              onClick={() => {
                setChosen(id)
                field.current?.focus()
              }}
              style={{ backgroundColor: papers[paper].fill, color: papers[paper].ink }}
              className={cx(
                'inline-flex h-8 shrink-0 items-center gap-1.5 rounded-note px-2.5 text-xs touch:h-11',
                id === kind.id
                  ? 'shadow-note outline-2 outline-accent outline-offset-1'
                  : 'opacity-90 hover:opacity-100',
              )}
            >
              <Glyph name={icon} className="size-3.5" />
              {label}
            </button>
          ))}
        </fieldset>
      )}
      <div className="flex items-end gap-2">
        <textarea
          ref={field}
          rows={1}
          dir="auto"
          value={text}
          maxLength={limits.text}
          disabled={refusal !== null}
          aria-label={`${place ? 'New note for the inbox' : 'New private note'}, ${kind.label}`}
          placeholder={refusal ?? 'One thought a note; Enter for the next'}
          enterKeyHint="enter"
          onChange={event => setText(event.target.value)}
          onKeyDown={keys}
          onPaste={paste}
          style={{ backgroundColor: fill, color: ink, borderColor: edge }}
          className="field-sizing-content max-h-32 min-h-11 min-w-0 flex-1 resize-none rounded-note border px-3 py-2 font-note text-base leading-snug placeholder:text-inherit placeholder:opacity-90 disabled:opacity-60"
        />
        <Button type="submit" variant="primary" className="h-11" disabled={refusal !== null || text.trim() === ''}>
          <CornerDownLeft aria-hidden />
          Add
        </Button>
      </div>
    </form>
  )
}
