'use client'
import { askAndSay } from '#components/ui/ask-and-say.ts'
import { Button } from '#components/ui/button.tsx'
import { Switch } from '#components/ui/switch.tsx'
import type { Participant, SessionView } from '#lib/protocol/routes/sessions.ts'

/** The lobby: open, or closed until a facilitator admits people. */
export function Lobby({
  session,
  waiting,
  onChange,
}: {
  session: SessionView
  waiting: readonly Participant[]
  onChange: () => void
}) {
  const sessionId = session.id
  const admit = async (personIds?: string[]) => {
    await askAndSay('POST /api/sessions/[sessionId]/admit', { sessionId }, personIds ? { personIds } : {})
    onChange()
  }
  const hold = async (lobby: boolean) => {
    await askAndSay('PATCH /api/sessions/[sessionId]', { sessionId }, { lobby })
    if (!lobby && waiting.length > 0) await askAndSay('POST /api/sessions/[sessionId]/admit', { sessionId }, {})
    onChange()
  }
  const turnAway = async (personId: string) => {
    await askAndSay('DELETE /api/sessions/[sessionId]/participants/[personId]', { sessionId, personId })
    onChange()
  }
  return (
    <section aria-labelledby="lobby" className="grid grid-cols-1 gap-1">
      <h3 id="lobby" className="text-base">
        Lobby
      </h3>
      <Switch
        label="Hold newcomers in the lobby"
        hint="They wait until you let them in; without it, they are in at once."
        checked={session.lobby}
        onCheckedChange={on => void hold(on)}
      />
      {waiting.length > 0 && (
        <>
          <ul aria-label="Waiting" className="grid grid-cols-1">
            {waiting.map(({ personId, name }) => (
              <li key={personId} className="flex min-h-11 items-center gap-2 text-sm">
                <bdi className="min-w-0 flex-1 truncate">{name}</bdi>
                <Button size="sm" variant="ghost" onClick={() => void turnAway(personId)}>
                  Turn away<span className="sr-only"> {name}</span>
                </Button>
                <Button size="sm" variant="primary" onClick={() => void admit([personId])}>
                  Let in<span className="sr-only"> {name}</span>
                </Button>
              </li>
            ))}
          </ul>
          {waiting.length > 1 && (
            <Button size="sm" className="justify-self-end" onClick={() => void admit()}>
              Let all {waiting.length} in
            </Button>
          )}
        </>
      )}
    </section>
  )
}
