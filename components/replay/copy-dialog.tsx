'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { askServer } from '#components/ui/ask-server.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { cutText } from '#lib/text/cut.ts'
import { dayAndTime, look, useLooking, useReplay } from './replay-context.ts'

/** Makes a board of its own from the wall as it was. */
export function CopyDialog() {
  const replay = useReplay()
  const { over } = useLooking()
  return (
    <Dialog
      title="New board from this moment"
      description="The wall as you see it becomes a board of its own, beside this one. This board stays as it is."
      width="narrow"
      open={over === 'copy'}
      onOpenChange={open => look(replay, { over: open ? 'copy' : null })}
    >
      <Form />
    </Dialog>
  )
}

function Form() {
  const { facts, playback } = useReplay()
  const router = useRouter()
  const { row } = playback.get()
  const at = playback.columns.at[Math.max(0, row)] ?? 0
  const [title, setTitle] = useState(cutText(`${facts.title}, ${dayAndTime(at)}`, 120))
  const [problem, setProblem] = useState('')
  const [sending, setSending] = useState(false)
  const make = async (event: FormEvent) => {
    event.preventDefault()
    setSending(true)
    const seq = row < 0 ? 0 : (playback.columns.seq[row] ?? 0)
    const answer = await askServer(
      'POST /api/boards/[boardId]/replay/copy',
      { boardId: facts.boardId },
      {
        seq,
        title,
      },
    )
    if (answer.ok) return router.push(answer.board.url)
    setProblem(answer.message)
    setSending(false)
  }
  return (
    <form onSubmit={event => void make(event)} className="grid gap-3">
      <Field label="Its name">
        <Input value={title} onChange={event => setTitle(event.currentTarget.value)} maxLength={120} required />
      </Field>
      <p role="alert" className="text-danger text-sm empty:hidden">
        {problem}
      </p>
      <Button type="submit" variant="primary" disabled={sending} className="justify-self-end">
        Make the board
      </Button>
    </form>
  )
}
