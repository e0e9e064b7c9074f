'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { askServer } from '#components/ui/ask-server.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { toast } from '#components/ui/toast.tsx'
import { actorName, look, useLooking, useReplay } from './replay-context.ts'

/** Takes somebody's name out of the history of the whole workspace, when they ask for it. */
export function EraseDialog() {
  const replay = useReplay()
  const { over } = useLooking()
  return (
    <Dialog
      title="Erase a name from history"
      description="A pseudonym takes its place wherever the person is named: in the replay, the people, the library, the reports and exports of every board of this workspace. What they did stays, and so do texts in which somebody wrote the name. This cannot be taken back."
      open={over === 'erase'}
      onOpenChange={open => look(replay, { over: open ? 'erase' : null })}
    >
      <People />
    </Dialog>
  )
}

function People() {
  const replay = useReplay()
  const { facts, playback } = replay
  const router = useRouter()
  const [sure, setSure] = useState<string | null>(null)
  const [problem, setProblem] = useState('')
  const last = playback.columns.at.at(-1) ?? 0
  const erase = async (id: string) => {
    const answer = await askServer('DELETE /api/boards/[boardId]/people/[personId]/name', {
      boardId: facts.boardId,
      personId: id,
    })
    setSure(null)
    if (!answer.ok) return setProblem(answer.message)
    toast({ text: `The name is gone; ${answer.pseudonym} stands for it.` })
    look(replay, { over: null })
    router.refresh()
  }
  return (
    <div className="grid gap-3">
      <ul className="grid gap-1">
        {facts.people.map(({ id }) => {
          const name = actorName(facts, id, last)
          return (
            <li key={id} className="flex min-h-10 items-center gap-2 text-sm">
              <Avatar name={name} personId={id} size="sm" decorative />
              <bdi className="min-w-0 flex-1 truncate">{name}</bdi>
              {sure === id ? (
                <>
                  <Button size="sm" onClick={() => setSure(null)}>
                    Keep
                  </Button>
                  <Button size="sm" variant="danger" onClick={() => void erase(id)}>
                    Erase for good
                  </Button>
                </>
              ) : (
                <Button size="sm" variant="ghost" onClick={() => setSure(id)}>
                  Erase<span className="sr-only"> the name {name}</span>
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      <p role="alert" className="text-danger text-sm empty:hidden">
        {problem}
      </p>
    </div>
  )
}
