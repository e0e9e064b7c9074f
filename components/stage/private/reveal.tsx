'use client'
import { Eye, Inbox } from 'lucide-react'
import { useState } from 'react'
import { useBoard, useMay } from '#components/board/state/board-context.tsx'
import { Button } from '#components/ui/button.tsx'
import { useAsk } from '../state/ask.ts'
import { useStage } from '../state/use-stage.ts'

/** For the facilitator: how many private notes there are, and the button that reveals them to everybody. */
export function PrivateReveal({ round }: { round: string }) {
  const { viewport } = useBoard()
  const { drafts } = useStage()
  const mayReveal = useMay('draft.reveal').ok
  const ask = useAsk()
  const [asking, setAsking] = useState(false)
  if (!mayReveal) return null
  const counts = Object.entries(drafts)
  const notes = counts.reduce((sum, [, count]) => sum + count, 0)
  const people = counts.filter(([person]) => person !== '').length
  const reveal = async (inbox: boolean) => {
    setAsking(true)
    const { x, y, w, h } = viewport.visible
    await ask('drafts.reveal', { round, inbox, near: [x, y, w, h] })
    setAsking(false)
  }
  return (
    <footer className="flex flex-wrap items-center justify-end gap-2 border-line border-t bg-paper-100 px-3 py-2">
      <p role="status" className="flex-1 text-ink-700 text-sm figures">
        {notes === 0
          ? 'Nobody has written a note yet.'
          : `${notes === 1 ? '1 note' : `${notes} notes`}${
              people > 0 ? ` by ${people === 1 ? '1 person' : `${people} people`}` : ''
            } so far.`}
      </p>
      <Button size="sm" disabled={notes === 0 || asking} onClick={() => void reveal(true)}>
        <Inbox aria-hidden />
        To the inbox
      </Button>
      <Button size="sm" variant="primary" disabled={notes === 0 || asking} onClick={() => void reveal(false)}>
        <Eye aria-hidden />
        Reveal all together
      </Button>
    </footer>
  )
}
