'use client'
import { type KeyboardEvent, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { isComposing } from '#components/ui/composing.ts'
import { useStore } from '#components/ui/store.ts'
import { textOf } from '#lib/board/commands/writer.ts'
import type { Note } from '#lib/board/snapshot.ts'
import { centre, clamp } from '#lib/geometry/box.ts'
import { noteKind } from '#lib/notes/kinds/index.ts'
import { papers } from '#lib/notes/papers.ts'
import { useBoard, useNote } from '../state/board-context.tsx'
import type { BoardState } from '../state/board-state.ts'
import { leaveStep, writeBefore, writeNext } from '../tools/next-step.ts'
import { fitNote, noteFont, notePadding } from './measure.ts'
import { noteName } from './note-name.ts'
import { TextBinding } from './text-binding.ts'

/** Zoom below which text cannot be read while typing: the field is enlarged over its note, and the wall stays. */
const writable = 0.4
/** px on screen between the enlarged field and the edges of the wall. */
const margin = 12

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
  useSyncExternalStore(
    rested => board.viewport.onSettled(rested),
    () => board.viewport.get().zoom,
    () => 1,
  )
  if (!note) return null
  const { x, y, scale } = placeOf(board, note)
  const paper = papers[note.colour ?? noteKind(note.kind).paper]
  const text = fitNote(note.text, note.w, note.h)
  return (
    <textarea
      ref={ref}
      dir="auto"
      spellCheck
      aria-label={`Text of ${noteName(board.model, { ...note, text: '' }).replace(', empty', '')}`}
      className="note-editor"
      data-enlarged={scale > 1 || undefined}
      style={{
        transform: `translate(${x}px,${y}px) scale(${scale})`,
        '--fill': paper.fill,
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

/** Esc and Mod+Enter end editing; Tab goes on with the next step, Shift+Tab with the one before. Enter is a new line. */
function keys(board: BoardState, id: string, event: KeyboardEvent): void {
  if (isComposing(event)) return
  const done = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
  if (done) {
    event.preventDefault()
    event.stopPropagation()
    leaveStep(board, id)
    document.getElementById(`note-${board.current.get() ?? id}`)?.focus({ preventScroll: true })
  } else if (event.key === 'Tab' && !event.altKey && !event.ctrlKey) {
    event.preventDefault()
    if (event.shiftKey) writeBefore(board, id)
    else {
      board.editing.set(null)
      writeNext(board, id)
    }
  }
}

/** Brings what is written into sight by the smallest move; the zoom stays. */
function comeNear(board: BoardState, id: string): void {
  const note = board.model.notes.get(id)
  if (note) board.viewport.reveal(note, 24)
}

/** Where the field lies, board px: on its note, or where that is too small to read, over its middle and within sight. */
function placeOf({ viewport }: BoardState, note: Note): { x: number; y: number; scale: number } {
  const { zoom } = viewport.get()
  if (zoom >= writable) return { x: note.x, y: note.y, scale: 1 }
  const scale = 1 / zoom
  const { insets, size } = viewport
  const middle = viewport.toScreen(centre(note))
  const within = (at: number, length: number, low: number, high: number) =>
    clamp(at - length / 2, low + margin, Math.max(low + margin, high - margin - length))
  const x = within(middle.x, note.w, insets.left, size.w - insets.right)
  const y = within(middle.y, note.h, insets.top, size.h - insets.bottom)
  return { ...viewport.toBoard({ x, y }), scale }
}
