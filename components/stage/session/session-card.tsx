'use client'
import { CalendarPlus, DoorOpen, Flag, QrCode } from 'lucide-react'
import { useState } from 'react'
import { useMay } from '#components/board/state/board-context.tsx'
import { useCollab, useRoster } from '#components/collab/collab-context.tsx'
import { askAndSay } from '#components/ui/ask-and-say.ts'
import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { ActionButton, useOffer } from '#components/workspace/action-controls.tsx'
import { spellCode } from '#lib/people/short-code.ts'
import type { SessionView } from '#lib/protocol/routes/sessions.ts'
import { PlanForm } from './plan-form.tsx'
import { share, showCode } from './session-actions.ts'

const states = {
  planned: <Badge>Planned</Badge>,
  open: <Badge tone="good">Open</Badge>,
  ended: <Badge>Ended</Badge>,
}

/** The session of this board, and for a facilitator: plan, open, show the code, end. */
export function SessionCard({ session, onChange }: { session: SessionView | null; onChange: () => void }) {
  const { session: known } = useRoster()
  const mayOpen = useMay('session.open').ok
  if (!known && !mayOpen) return null
  return (
    <section aria-label="Session" className="grid grid-cols-1 gap-3 rounded-md border border-line bg-paper-50 p-3">
      {known ? (
        <header className="flex items-start gap-2">
          <div className="min-w-0 flex-1">
            <bdi className="block truncate font-semibold">{known.title}</bdi>
            {session?.plannedFor && session.status === 'planned' && (
              <p className="text-ink-500 text-xs">
                {new Date(session.plannedFor).toLocaleString(undefined, { dateStyle: 'full', timeStyle: 'short' })}
              </p>
            )}
          </div>
          {states[known.status]}
        </header>
      ) : (
        <p className="text-ink-700 text-sm">No session yet. Open one to let people in, or plan it for another day.</p>
      )}
      {mayOpen && <Lead session={session} onChange={onChange} />}
    </section>
  )
}

function Lead({ session, onChange }: { session: SessionView | null; onChange: () => void }) {
  const { session: known } = useRoster()
  const { boardId } = useCollab()
  const code = useOffer(showCode)
  const [planning, setPlanning] = useState(false)
  const [ending, setEnding] = useState(false)
  const change = async (status: 'open' | 'ended') => {
    setEnding(false)
    if (session && (await askAndSay('PATCH /api/sessions/[sessionId]', { sessionId: session.id }, { status })))
      onChange()
  }
  const isOver = !known || known.status === 'ended'
  return (
    <>
      {known?.status === 'open' && session?.shortCode && (
        <button
          type="button"
          onClick={code.press}
          className="flex items-center gap-3 rounded-md border border-line-strong border-dashed bg-paper-0 px-3 py-2 text-left hover:bg-paper-100"
        >
          <QrCode aria-hidden className="size-6 text-ink-500" />
          <span className="min-w-0 flex-1">
            <span className="block text-ink-500 text-xs">Code to join; press to show it large</span>
            <span className="font-semibold text-lg tracking-[0.14em] figures">{spellCode(session.shortCode)}</span>
          </span>
        </button>
      )}
      <div className="flex flex-wrap gap-2">
        {known?.status === 'planned' && (
          <Button size="sm" variant="primary" onClick={() => void change('open')}>
            <DoorOpen aria-hidden />
            Open the session
          </Button>
        )}
        {isOver && (
          <Button size="sm" variant="primary" onClick={() => setPlanning(true)}>
            <CalendarPlus aria-hidden />
            New session
          </Button>
        )}
        {!isOver && <ActionButton action={share} size="sm" />}
        {known?.status === 'open' && (
          <Button size="sm" variant="ghost" onClick={() => setEnding(true)}>
            <Flag aria-hidden />
            End the session
          </Button>
        )}
      </div>
      <Dialog open={planning} onOpenChange={setPlanning} title="New session">
        <PlanForm
          boardId={boardId}
          onDone={() => {
            setPlanning(false)
            onChange()
          }}
        />
      </Dialog>
      <Dialog
        open={ending}
        onOpenChange={setEnding}
        width="narrow"
        title="End the session?"
        description="The code stops working, and contributors can change nothing more. The board stays as it is, and you can open another session on it."
        footer={
          <>
            <Button onClick={() => setEnding(false)}>Go on</Button>
            <Button variant="primary" onClick={() => void change('ended')}>
              End the session
            </Button>
          </>
        }
      />
    </>
  )
}
