'use client'
import { useState } from 'react'
import { askServer } from '#components/ui/ask-server.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { useSending } from '#components/ui/use-sending.ts'
import type { BoardListing } from '#lib/protocol/routes/boards.ts'

export function RenameBoard({
  board,
  onClose,
  onRenamed,
}: {
  board: BoardListing
  onClose: () => void
  onRenamed: (title: string) => void
}) {
  const [title, setTitle] = useState(board.title)
  const { sending, refusal, send } = useSending()
  const rename = () =>
    send(
      () => askServer('PATCH /api/boards/[boardId]', { boardId: board.id }, { title: title.trim() }),
      answer => onRenamed(answer.board.title),
    )
  return (
    <Dialog
      open
      onOpenChange={open => !open && onClose()}
      title="Rename the board"
      width="narrow"
      footer={
        <Button variant="primary" type="submit" form="rename-board" disabled={sending || !title.trim()}>
          Rename
        </Button>
      }
    >
      <form
        id="rename-board"
        onSubmit={event => {
          event.preventDefault()
          if (title.trim()) rename()
        }}
      >
        <Field label="Title" error={refusal?.message}>
          <Input data-begin value={title} maxLength={120} onChange={event => setTitle(event.target.value)} />
        </Field>
      </form>
    </Dialog>
  )
}
