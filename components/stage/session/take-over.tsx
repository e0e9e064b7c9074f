'use client'
import { useEffect, useState } from 'react'
import { useCollab, useRoster, useStatus } from '#components/collab/collab-context.tsx'
import { askAndSay } from '#components/ui/ask-and-say.ts'
import { askServer } from '#components/ui/ask-server.ts'
import { Button } from '#components/ui/button.tsx'

/** ms that a facilitator may be disconnected, for a reload or a tunnel, before somebody else is offered the role. */
const patience = 4_000

/** When no facilitator is connected, offers the session to whoever may take it over. */
export function TakeOver() {
  const { session, people, you } = useRoster()
  const { boardId } = useCollab()
  const { link } = useStatus()
  const led = [...people.values()].some(person => person.here && person.role === 'facilitator')
  const alone = link === 'live' && session?.status === 'open' && you?.role !== 'facilitator' && !led
  const [offered, setOffered] = useState(false)
  useEffect(() => {
    setOffered(false)
    if (!alone) return
    const timer = setTimeout(async () => {
      const answer = await askServer('GET /api/boards/[boardId]/me', { boardId })
      if (answer.ok && answer.takesOver) setOffered(true)
    }, patience)
    return () => clearTimeout(timer)
  }, [alone, boardId])
  if (!offered || !session) return null
  return (
    <aside
      role="status"
      className="-translate-x-1/2 absolute bottom-20 left-1/2 z-20 flex w-max max-w-[calc(100%-1.5rem)] animate-rise items-center gap-3 rounded-note bg-paper-0 py-2 pr-2 pl-4 text-ink-900 text-sm shadow-lift"
    >
      Nobody who facilitates is here. The session goes on.
      <Button
        size="sm"
        variant="primary"
        onClick={() => void askAndSay('POST /api/sessions/[sessionId]/take-over', { sessionId: session.id })}
      >
        Take over
      </Button>
    </aside>
  )
}
