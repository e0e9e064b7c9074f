'use client'
import { askAndSay } from '#components/ui/ask-and-say.ts'
import { Button } from '#components/ui/button.tsx'
import type { Participant } from '#lib/protocol/routes/sessions.ts'

/** People who were removed or rejected; each may be admitted again. */
export function RemovedPeople({
  sessionId,
  people,
  onChange,
}: {
  sessionId: string
  people: readonly Participant[]
  onChange: () => void
}) {
  if (people.length === 0) return null
  const letIn = async (personId: string) => {
    await askAndSay('POST /api/sessions/[sessionId]/admit', { sessionId }, { personIds: [personId] })
    onChange()
  }
  return (
    <section aria-labelledby="put-out">
      <h3 id="put-out" className="mb-1 text-base">
        Removed
      </h3>
      <ul className="grid grid-cols-1">
        {people.map(({ personId, name }) => (
          <li key={personId} className="flex min-h-11 items-center gap-2 text-sm">
            <bdi className="min-w-0 flex-1 truncate text-ink-700">{name}</bdi>
            <Button size="sm" variant="ghost" onClick={() => void letIn(personId)}>
              Let back in<span className="sr-only"> {name}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
