'use client'
import { Eye, EyeOff, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useBoard, useMay } from '#components/board/state/board-context.tsx'
import { useCollab, useStatus } from '#components/collab/collab-context.tsx'
import { Button } from '#components/ui/button.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import type { CommandAnswer } from '#lib/protocol/commands.ts'
import { useAsk } from '../state/ask.ts'
import { useStage } from '../state/use-stage.ts'

type WaitingRound = CommandAnswer<'drafts.waiting'>[number]

/** Reminds the facilitator of private notes of earlier activities: they are kept, and can still be revealed. */
export function PrivateWaiting() {
  const mayReveal = useMay('draft.reveal').ok
  return mayReveal ? <Waiting /> : null
}

function Waiting() {
  const collab = useCollab()
  const { viewport } = useBoard()
  const { link } = useStatus()
  const { item, rounds } = useStage()
  const ask = useAsk()
  const [waiting, setWaiting] = useState<readonly WaitingRound[]>([])
  const [later, setLater] = useState<readonly string[]>([])
  const revealed = JSON.stringify(rounds)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew when everybody moves on and after each reveal.
  useEffect(() => {
    if (link !== 'live') return
    let gone = false
    collab.request('drafts.waiting', {}).then(
      answer => {
        if (!gone) setWaiting(answer.filter(one => !one.now))
      },
      // Requested again at the next change; nothing is lost meanwhile.
      () => undefined,
    )
    return () => {
      gone = true
    }
  }, [collab, link, item, revealed])
  const first = waiting.find(one => !later.includes(one.round))
  if (!first) return null
  const reveal = () => {
    const { x, y, w, h } = viewport.visible
    void ask('drafts.reveal', { round: first.round, near: [x, y, w, h] })
  }
  return (
    <section
      data-float
      aria-label="Private notes that wait"
      className="pointer-events-auto mx-auto flex w-[calc(100%-1.5rem)] max-w-xl shrink-0 flex-wrap items-center gap-2 rounded-md border border-line-strong bg-paper-0 py-2 pr-2 pl-3 text-ink-900 shadow-pop"
    >
      {first.anonymous && <EyeOff aria-label="Without names" className="size-4 shrink-0 text-ink-500" />}
      <p role="status" className="min-w-48 flex-1 text-sm">
        {first.notes === 1 ? '1 private note' : `${first.notes} private notes`} of{' '}
        {first.people === 1 ? '1 person' : `${first.people} people`} wait to be revealed
        {first.name && (
          <>
            : <bdi>{first.name}</bdi>
          </>
        )}
      </p>
      <Button size="sm" variant="primary" onClick={reveal}>
        <Eye aria-hidden />
        Reveal
      </Button>
      <IconButton label="Not now" size="sm" onClick={() => setLater([...later, first.round])}>
        <X />
      </IconButton>
    </section>
  )
}
