'use client'
import { useMay } from '#components/board/state/board-context.tsx'
import { useAway, useRoster } from '#components/collab/collab-context.tsx'
import { hereFirst } from '#components/collab/roster.ts'
import { SessionCard } from '../session/session-card.tsx'
import { useParticipants, useSession } from '../session/use-session.ts'
import { useStage } from '../state/use-stage.ts'
import { Hands } from './hands.tsx'
import { Lobby } from './lobby.tsx'
import { PersonRow } from './person-row.tsx'
import { RemovedPeople } from './removed-people.tsx'

/** The participants: the session, who waits in the lobby, raised hands, who is connected and what they are doing. */
export function PeoplePanel() {
  const roster = useRoster()
  const away = useAway()
  const stage = useStage()
  const { session, read } = useSession()
  const { participants, read: readPeople } = useParticipants()
  const mayLead = useMay('session.roles').ok
  const you = roster.you?.personId
  const all = hereFirst(roster)
  const isHere = (id: string) => id === you || roster.people.get(id)?.here === true
  const here = all.filter(person => isHere(person.id))
  const absent = all.filter(
    person => !isHere(person.id) && participants.some(one => one.personId === person.id && one.status === 'in'),
  )
  const ready = here.filter(person => stage.ready.includes(person.id)).length
  const row = (personId: string) => ({
    away: away.has(personId),
    hand: stage.hands.indexOf(personId) + 1,
    ready: stage.ready.includes(personId),
    drafts: stage.drafts[personId] ?? 0,
    sessionId: mayLead ? (session?.id ?? null) : null,
  })
  return (
    <div className="grid grid-cols-1 gap-5 px-4 pb-8">
      <SessionCard session={session} onChange={() => void read()} />
      {mayLead && session && session.status !== 'ended' && (
        <Lobby
          session={session}
          waiting={participants.filter(one => one.status === 'waiting')}
          onChange={() => void Promise.all([read(), readPeople()])}
        />
      )}
      <Hands />
      <section aria-labelledby="people-here">
        <h3 id="people-here" className="mb-1 flex items-baseline gap-2 text-base">
          <span className="flex-1">Here</span>
          <span className="font-ui text-ink-500 text-xs figures">
            {[
              `${here.length} ${here.length === 1 ? 'person' : 'people'}`,
              stage.item !== null ? `${ready} ready` : null,
              stage.vote?.status === 'open' ? `${stage.voted} placed all dots` : null,
            ]
              .filter(Boolean)
              .join(', ')}
          </span>
        </h3>
        <ul className="grid grid-cols-1">
          {here.map(person => (
            <PersonRow key={person.id} person={person} you={person.id === you} here {...row(person.id)} />
          ))}
        </ul>
      </section>
      {absent.length > 0 && (
        <section aria-labelledby="people-absent">
          <h3 id="people-absent" className="mb-1 text-base">
            Not here now
          </h3>
          <ul className="grid grid-cols-1">
            {absent.map(person => (
              <PersonRow key={person.id} person={person} you={false} here={false} {...row(person.id)} />
            ))}
          </ul>
        </section>
      )}
      {mayLead && session && (
        <RemovedPeople
          sessionId={session.id}
          people={participants.filter(one => one.status === 'removed')}
          onChange={() => void readPeople()}
        />
      )}
    </div>
  )
}
