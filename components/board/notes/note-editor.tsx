'use client'
import { type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import { isComposing } from '#components/ui/composing.ts'
import { useStore } from '#components/ui/store.ts'
import { textOf } from '#lib/board/commands/writer.ts'
import { noteKind } from '#lib/notes/kinds/index.ts'
import { papers } from '#lib/notes/papers.ts'
import { useBoard, useNote } from '../state/board-context.tsx'
import type { BoardState } from '../state/board-state.ts'
import { addNoteBeside } from '../tools/note.ts'
import { fitNote, noteFont, notePadding } from './measure.ts'
import { noteName } from './note-name.ts'
import { TextBinding } from './text-binding.ts'

/** Zoom below which text cannot be read while typing. */
const writable = 0.7

/** The editor of a note, over its card. */
export function NoteEditor() {
  const editing = useStore(useBoard().editing)
  return editing?.root === 'notes' ? <Editor key={editing.id} id={editing.id} start={editing.start} /> : null
}

function Editor({ id, start }: { id: string; start: 'end' | 'all' }) {
  const board = useBoard()
  useStore(noteFont)
  const note = useNote(id)
  const ref = useRef<HTMLTextAreaElement>(null)
  const binding = useRef<TextBinding | null>(null)
  useLayoutEffect(() => {
    const text = textOf(board.doc, 'notes', id)
    const field = ref.current
    if (!text || !field) return
    const bound = new TextBinding(text, field, board.tell)
    binding.current = bound
    board.undo.includeText(text)
    board.undo.seal()
    comeNear(board, id)
    field.focus({ preventScroll: true })
    field.setSelectionRange(start === 'all' ? 0 : field.value.length, field.value.length)
    return () => {
      bound.destroy()
      binding.current = null
      board.undo.seal()
    }
  }, [board, id, start])
  if (!note) return null
  const paper = papers[note.colour ?? noteKind(note.kind).paper]
  const text = fitNote(note.text, note.w, note.h)
  return (
    <textarea
      ref={ref}
      dir="auto"
      spellCheck
      aria-label={`Text of ${noteName(board.model, { ...note, text: '' }).replace(', empty', '')}`}
      className="note-editor"
      style={{
        transform: `translate(${note.x}px,${note.y}px)`,
        width: note.w,
        height: note.h - notePadding.foot + notePadding.top,
        fontSize: text.size,
        color: paper.ink,
      }}
      onInput={() => binding.current?.typed()}
      onCompositionStart={() => binding.current?.compositionStart()}
      onCompositionEnd={() => binding.current?.compositionEnd()}
      onKeyDown={event => keys(board, id, event)}
    />
  )
}

/** Esc and Mod+Enter end editing; Tab continues in a new note beside. Enter is a new line. */
function keys(board: BoardState, id: string, event: KeyboardEvent): void {
  if (isComposing(event)) return
  const done = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
  if (done) {
    event.preventDefault()
    event.stopPropagation()
    board.editing.set(null)
    document.getElementById(`note-${id}`)?.focus({ preventScroll: true })
  } else if (event.key === 'Tab' && !event.shiftKey && !event.altKey && !event.ctrlKey) {
    event.preventDefault()
    board.editing.set(null)
    addNoteBeside(board, id)
  }
}

function comeNear(board: BoardState, id: string): void {
  const note = board.model.notes.get(id)
  if (!note) return
  if (board.viewport.get().zoom >= writable) board.viewport.reveal(note, 24)
  else board.viewport.animateTo(board.viewport.cameraFor(note, 1, 80))
}
