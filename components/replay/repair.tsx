'use client'
import { RotateCcw, UserRoundX } from 'lucide-react'
import { useState } from 'react'
import { askServer } from '#components/ui/ask-server.ts'
import { Button } from '#components/ui/button.tsx'
import { toast } from '#components/ui/toast.tsx'
import type { RouteInput } from '#lib/protocol/routes/index.ts'
import { actorName, useReplay, useShown } from './replay-context.ts'

/** Mending the board from its history: back to this moment, or without what somebody did since. */
export function Repair() {
  const { facts, playback } = useReplay()
  const { row, event } = useShown()
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState('')
  const seq = row < 0 ? 0 : (playback.columns.seq[row] ?? 0)
  const ask = async (wish: RouteInput<'POST /api/boards/[boardId]/replay/repair'>, done: string) => {
    setBusy(true)
    const answer = await askServer('POST /api/boards/[boardId]/replay/repair', { boardId: facts.boardId }, wish)
    setBusy(false)
    if (!answer.ok) return setSaid(answer.message)
    setSaid('')
    const takeBack = () => void ask({ to: answer.before }, 'The wall is as it was before.')
    toast({ text: done, action: { label: 'Undo', perform: takeBack } })
  }
  const person = event?.actor ?? null
  const name = event ? actorName(facts, person, event.at) : ''
  return (
    <section aria-labelledby="repair" className="grid gap-2 border-line border-t px-4 py-4">
      <h3 id="repair" className="font-semibold text-sm">
        Repair
      </h3>
      <p className="text-ink-700 text-sm">
        Each repair is a step of its own in the history, and can be taken back. Comments and votes stay as they are.
      </p>
      <Button
        size="sm"
        disabled={busy || row >= playback.last}
        onClick={() => void ask({ to: seq }, 'The wall is back at this moment.')}
      >
        <RotateCcw aria-hidden />
        Put the wall back to this moment
      </Button>
      {person !== null && (
        <Button
          size="sm"
          disabled={busy}
          onClick={() => void ask({ undo: person, since: seq }, `What ${name} did from here on is undone.`)}
        >
          <UserRoundX aria-hidden />
          <span className="truncate">Undo what {name} did from here on</span>
        </Button>
      )}
      {event?.kind === 'take' && (
        <Button
          size="sm"
          disabled={busy}
          onClick={() => void ask({ root: event.root, id: event.id }, 'It is on the wall again.')}
        >
          <RotateCcw aria-hidden />
          Bring back what was taken off here
        </Button>
      )}
      <p role="alert" className="text-danger text-sm empty:hidden">
        {said}
      </p>
    </section>
  )
}
