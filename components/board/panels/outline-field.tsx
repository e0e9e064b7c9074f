'use client'
import { type ClipboardEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { isComposing } from '#components/ui/composing.ts'
import { setLane } from '#lib/board/commands/lanes.ts'
import { textOf } from '#lib/board/commands/writer.ts'
import { limits } from '#lib/board/fields.ts'
import type { Lane, Note } from '#lib/board/snapshot.ts'
import { TextBinding } from '../notes/text-binding.ts'
import { useBoard } from '../state/board-context.tsx'

interface FieldProps {
  label: string
  onKeyDown(event: KeyboardEvent<HTMLTextAreaElement | HTMLInputElement>): void
  onPaste?(event: ClipboardEvent<HTMLTextAreaElement>): void
  onLeave(): void
}
const look =
  'w-full resize-none rounded-sm border border-accent bg-paper-0 px-1.5 py-1 text-sm leading-snug outline-none'

/** Edits the text of a note in its row; others' typing appears in it. */
export function NoteField({ note, label, onKeyDown, onPaste, onLeave }: FieldProps & { note: Note }) {
  const board = useBoard()
  const field = useRef<HTMLTextAreaElement>(null)
  const binding = useRef<TextBinding | null>(null)
  const { id } = note
  useLayoutEffect(() => {
    const text = textOf(board.doc, 'notes', id)
    if (!text || !field.current) return
    const bound = new TextBinding(text, field.current, board.tell)
    binding.current = bound
    board.undo.includeText(text)
    board.undo.seal()
    field.current.focus()
    field.current.setSelectionRange(field.current.value.length, field.current.value.length)
    return () => {
      bound.destroy()
      binding.current = null
      board.undo.seal()
    }
  }, [board, id])
  return (
    <textarea
      ref={field}
      rows={1}
      dir="auto"
      aria-label={label}
      className={`${look} field-sizing-content relative z-10 max-h-40 min-h-8`}
      onInput={() => binding.current?.typed()}
      onCompositionStart={() => binding.current?.compositionStart()}
      onCompositionEnd={() => binding.current?.compositionEnd()}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
      onBlur={onLeave}
    />
  )
}

/** Edits the name of a lane; saved on blur. */
export function LaneField({ lane, label, onKeyDown, onLeave }: FieldProps & { lane: Lane }) {
  const board = useBoard()
  const field = useRef<HTMLInputElement>(null)
  const [name, setName] = useState(lane.name)
  useLayoutEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  const save = () => {
    if (name.trim() !== lane.name) setLane(board.writer, 'lane.name', lane.id, { name: name.trim() })
  }
  return (
    <input
      ref={field}
      dir="auto"
      aria-label={label}
      maxLength={limits.name}
      value={name}
      onChange={event => setName(event.target.value)}
      onKeyDown={event => {
        if (!isComposing(event) && (event.key === 'Enter' || event.key.startsWith('Arrow'))) save()
        onKeyDown(event)
      }}
      onBlur={() => {
        save()
        onLeave()
      }}
      className={`${look} h-8 font-semibold`}
    />
  )
}
