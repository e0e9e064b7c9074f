'use client'
import { useLayoutEffect, useRef } from 'react'
import { isComposing } from '#components/ui/composing.ts'
import { useStore } from '#components/ui/store.ts'
import { textOf } from '#lib/board/commands/writer.ts'
import { TextBinding } from '../notes/text-binding.ts'
import { useBoard, useLink } from '../state/board-context.tsx'

/** Edits a link's label in place. */
export function LinkEditor() {
  const editing = useStore(useBoard().editing)
  return editing?.root === 'links' ? <Editor key={editing.id} id={editing.id} /> : null
}

function Editor({ id }: { id: string }) {
  const board = useBoard()
  const link = useLink(id)
  const ref = useRef<HTMLInputElement>(null)
  const binding = useRef<TextBinding | null>(null)
  useLayoutEffect(() => {
    const text = textOf(board.doc, 'links', id)
    const field = ref.current
    if (!text || !field) return
    const bound = new TextBinding(
      text,
      {
        get value() {
          return field.value
        },
        set value(value) {
          field.value = value
        },
        get selectionStart() {
          return field.selectionStart ?? field.value.length
        },
        get selectionEnd() {
          return field.selectionEnd ?? field.value.length
        },
        setSelectionRange: (start, end) => field.setSelectionRange(start, end),
      },
      board.tell,
    )
    binding.current = bound
    board.undo.includeText(text)
    board.undo.seal()
    field.focus({ preventScroll: true })
    field.select()
    return () => {
      bound.destroy()
      board.undo.seal()
    }
  }, [board, id])
  const route = board.links.route(id)
  if (!link || !route) return null
  return (
    <input
      ref={ref}
      dir="auto"
      spellCheck
      aria-label="Label of the link"
      className="link-editor"
      style={{
        transform: `translate(${route.label.x}px,${route.label.y}px) translate(-50%,-50%)`,
        width: `${Math.max(8, link.text.length + 2)}ch`,
      }}
      onInput={() => binding.current?.typed()}
      onCompositionStart={() => binding.current?.compositionStart()}
      onCompositionEnd={() => binding.current?.compositionEnd()}
      onKeyDown={event => {
        if (isComposing(event) || (event.key !== 'Escape' && event.key !== 'Enter')) return
        event.preventDefault()
        event.stopPropagation()
        board.editing.set(null)
      }}
    />
  )
}
