'use client'
import { useCallback, useEffect, useState } from 'react'
import { useCollab, useRoster } from '#components/collab/collab-context.tsx'
import { askServer } from '#components/ui/ask-server.ts'
import type { Participant, SessionView } from '#lib/protocol/routes/sessions.ts'

/** The session of the board with details that the roster lacks, read again whenever the server reports a change. */
export function useSession(): { session: SessionView | null; read: () => Promise<void> } {
  const { session: known, you } = useRoster()
  const [session, setSession] = useState<SessionView | null>(null)
  const read = useCallback(async () => {
    if (!known) return setSession(null)
    const answer = await askServer('GET /api/sessions/[sessionId]', { sessionId: known.id })
    if (answer.ok) setSession(answer.session)
  }, [known])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what one may see of it goes with one's role.
  useEffect(() => void read(), [read, you?.role])
  return { session, read }
}

/** All participants of the session, including those in the lobby and removed ones. */
export function useParticipants(): { participants: readonly Participant[]; read: () => Promise<void> } {
  const collab = useCollab()
  const { session, people } = useRoster()
  const id = session?.id
  const [participants, setParticipants] = useState<readonly Participant[]>([])
  const read = useCallback(async () => {
    if (id === undefined) return setParticipants([])
    const answer = await askServer('GET /api/sessions/[sessionId]/participants', { sessionId: id })
    if (answer.ok) setParticipants(answer.participants)
  }, [id])
  // biome-ignore lint/correctness/useExhaustiveDependencies: somebody came, left or got another role.
  useEffect(() => void read(), [read, people.size])
  useEffect(
    () =>
      collab.onNotice(notice => {
        if (notice.kind === 'signal' && notice.signal === 'lobby') void read()
      }),
    [collab, read],
  )
  return { participants, read }
}
