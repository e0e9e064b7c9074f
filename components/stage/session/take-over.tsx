'use client'
import { useEffect, useRef, useState } from 'react'
import { useCollab, useRoster, useStatus } from '#components/collab/collab-context.tsx'
import { askAndSay } from '#components/ui/ask-and-say.ts'
import { askServer } from '#components/ui/ask-server.ts'
import { Button } from '#components/ui/button.tsx'

/** ms that a facilitator may be away, for a reload, before everybody is told. */
const blink = 1_000
/** ms that a facilitator may be disconnected, for a tunnel, before somebody else is offered the role. */
const patience = 4_000

/** Whether no facilitator of an open session has been connected for `ms`. */
function useNobodyLeads(ms: number): boolean {
  const { session, people, you } = useRoster()
  const { link } = useStatus()
  const led = [...people.values()].some(person => person.here && person.role === 'facilitator')
  const alone = link === 'live' && session?.status === 'open' && you?.role !== 'facilitator' && !led
  const [long, setLong] = useState(false)
  useEffect(() => {
    setLong(false)
    if (!alone) return
    const timer = setTimeout(() => setLong(true), ms)
    return () => clearTimeout(timer)
  }, [alone, ms])
  return alone && long
}

/** That nobody leads now, in a sentence; null: somebody does, or nobody ever was to. */
export function useUnled(): string | null {
  const { people } = useRoster()
  const alone = useNobodyLeads(blink)
  const leads = [...people.values()].filter(person => person.role === 'facilitator')
  const was = useRef<string | null>(null)
  const here = leads.find(person => person.here)
  if (here) was.current = here.id
  if (!alone) return null
  const lost = leads.find(person => person.id === was.current)
  if (lost) return `${lost.name} has lost the connection. The session goes on.`
  return leads[0] ? `${leads[0].name}, who facilitates, is not here yet.` : null
}

/** When no facilitator is connected, offers the session to whoever may take it over. */
export function TakeOver() {
  const { session } = useRoster()
  const { boardId } = useCollab()
  const alone = useNobodyLeads(patience)
  const [offered, setOffered] = useState(false)
  useEffect(() => {
    setOffered(false)
    if (!alone) return
    let left = false
    void askServer('GET /api/boards/[boardId]/me', { boardId }).then(answer => {
      if (!left && answer.ok && answer.takesOver) setOffered(true)
    })
    return () => {
      left = true
    }
  }, [alone, boardId])
  if (!offered || !session) return null
  return (
    <Button
      size="sm"
      variant="primary"
      className="rounded-full!"
      onClick={() => void askAndSay('POST /api/sessions/[sessionId]/take-over', { sessionId: session.id })}
    >
      Take over
    </Button>
  )
}
