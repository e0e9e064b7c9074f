'use client'
import { cx } from 'class-variance-authority'
import { CornerDownLeft } from 'lucide-react'
import { type ClipboardEvent, type DragEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { useBoard } from '#components/board/state/board-context.tsx'
import { Button } from '#components/ui/button.tsx'
import { isComposing } from '#components/ui/composing.ts'
import { Glyph } from '#components/ui/glyph.tsx'
import { cutSentence, limits } from '#lib/board/fields.ts'
import { readPaste } from '#lib/import/cells.ts'
import { maybeForeign } from '#lib/import/maybe-foreign.ts'
import type { NoteKindId, noteKinds } from '#lib/notes/kinds/index.ts'
import { papers } from '#lib/notes/papers.ts'
import { cutText } from '#lib/text/cut.ts'

interface Props {
  /** Accessible name of the field. */
  name: string
  /** Label of the button. */
  button: string
  /** Kinds that may be added now. */
  kinds: readonly (typeof noteKinds)[number][]
  /** The kind selected at first. */
  first: NoteKindId | undefined
  /** Why nothing can be added now; null: it can. */
  refusal: string | null
  /** A large field above its button, for a thumb. */
  large?: boolean
  /** Further settings of the note, between field and button. */
  children?: ReactNode
  onPut: (kind: NoteKindId, texts: readonly string[]) => void
}

/** Scrolls the selected kind into view: the row may be wider than the screen. */
const inSight = (chip: HTMLElement | null): void => {
  const row = chip?.parentElement
  if (chip && row) row.scrollLeft = chip.offsetLeft + chip.offsetWidth / 2 - row.offsetLeft - row.clientWidth / 2
}

/** The field for the next note: Enter adds it; pasted or dropped lines, cells and drawings become several notes. */
export function NoteComposer({ name, button, kinds, first, refusal, large = false, children, onPut }: Props) {
  const board = useBoard()
  const [chosen, setChosen] = useState<NoteKindId | null>(null)
  const [text, setText] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  const kind = kinds.find(one => one.id === chosen) ?? kinds.find(one => one.id === first) ?? kinds[0]
  if (!kind) return <p className="p-3 text-ink-500 text-sm">This activity takes no notes.</p>
  const put = (lines: readonly string[]) => {
    const texts = lines.map(line => cutText(line.trim(), limits.text)).filter(Boolean)
    if (texts.length === 0 || refusal !== null) return
    onPut(kind.id, texts)
    setText('')
    field.current?.focus()
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || isComposing(event)) return
    event.preventDefault()
    put([text])
  }
  /** Adds the data as several notes; returns whether it did, so that the field must not insert it. */
  const take = (data: DataTransfer): boolean => {
    const carried = data.getData('text/plain')
    if (refusal !== null || carried === '') return false
    if (text === '' && maybeForeign(carried)) {
      void textsOf(carried).then(read => (read.ok ? put(read.texts) : board.tell(read.message)))
      return true
    }
    const read = text === '' && /[\t\r\n]/.test(carried.trim()) ? readPaste(carried) : null
    if (read === null) {
      if (text.length + carried.length > limits.text) board.tell(cutSentence)
      return false
    }
    if (read.ok) put(read.rows.flat())
    else board.tell(read.message)
    return true
  }
  const paste = (event: ClipboardEvent) => {
    if (take(event.clipboardData)) event.preventDefault()
  }
  const drop = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files') && take(event.dataTransfer)) event.preventDefault()
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
              ref={id === kind.id ? inSight : undefined}
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
      <div className={cx('flex gap-2', large ? 'flex-col' : 'items-end')}>
        <textarea
          ref={field}
          rows={large ? 4 : 1}
          dir="auto"
          value={text}
          maxLength={limits.text}
          disabled={refusal !== null}
          aria-label={`${name}, ${kind.label}`}
          placeholder={refusal ?? 'One thought a note; Enter for the next'}
          enterKeyHint="enter"
          onChange={event => setText(event.target.value)}
          onKeyDown={keys}
          onPaste={paste}
          onDrop={drop}
          style={{ backgroundColor: fill, color: ink, borderColor: edge }}
          className={cx(
            'field-sizing-content min-h-11 min-w-0 flex-1 resize-none rounded-note border px-3 py-2 font-note leading-snug placeholder:text-inherit placeholder:opacity-90 disabled:opacity-60',
            large ? 'max-h-60 min-h-28 text-lg' : 'max-h-32 text-base',
          )}
        />
        {children}
        <Button
          type="submit"
          variant="primary"
          className={large ? 'h-12' : 'h-11'}
          disabled={refusal !== null || text.trim() === ''}
        >
          <CornerDownLeft aria-hidden />
          {button}
        </Button>
      </div>
    </form>
  )
}

/** Returns the texts of another tool's drawing on the clipboard; of any other text, its lines and cells. */
async function textsOf(carried: string): Promise<{ ok: true; texts: string[] } | { ok: false; message: string }> {
  const drawn = await (await import('#lib/import/foreign.ts')).planFromText(carried)
  if (drawn) return drawn.ok ? { ok: true, texts: drawn.plan.notes.map(note => note.text) } : drawn
  const read = readPaste(carried)
  return read.ok ? { ok: true, texts: read.rows.flat() } : read
}
