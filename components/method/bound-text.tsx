'use client'
import { useLayoutEffect, useRef } from 'react'
import { TextBinding } from '#components/board/notes/text-binding.ts'
import { useBoard } from '#components/board/state/board-context.tsx'
import { Textarea } from '#components/ui/input.tsx'
import { textOf } from '#lib/board/commands/writer.ts'
import type { RootName } from '#lib/board/schema.ts'

/** A text that several people can write at once. */
export function BoundText({
  root,
  entity,
  field,
  onText,
  ...rest
}: Omit<React.ComponentProps<typeof Textarea>, 'value' | 'onChange'> & {
  root: RootName
  /** Id of the entity whose text it is. */
  entity: string
  field: string
  /** Called with the present text at every change. */
  onText?: (text: string) => void
}) {
  const board = useBoard()
  const ref = useRef<HTMLTextAreaElement>(null)
  const binding = useRef<TextBinding | null>(null)
  useLayoutEffect(() => {
    const text = textOf(board.doc, root, entity, field)
    const input = ref.current
    if (!text || !input) return
    const bound = new TextBinding(text, input, board.tell)
    binding.current = bound
    board.undo.includeText(text)
    return () => {
      bound.destroy()
      binding.current = null
    }
  }, [board, root, entity, field])
  return (
    <Textarea
      ref={ref}
      spellCheck
      onInput={event => {
        binding.current?.typed()
        onText?.(event.currentTarget.value)
      }}
      onCompositionStart={() => binding.current?.compositionStart()}
      onCompositionEnd={() => binding.current?.compositionEnd()}
      onFocus={() => board.undo.seal()}
      onBlur={() => board.undo.seal()}
      {...rest}
    />
  )
}
