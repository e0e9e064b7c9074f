'use client'
import { useBoard, useBoardVersion, useMay } from '#components/board/state/board-context.tsx'
import { factsOf } from '#components/board/state/board-state.ts'
import { useStore } from '#components/ui/store.ts'
import { notesOf } from '#lib/board/commands/pad.ts'
import { Instruction } from './agenda/instruction.tsx'
import { InboxPad } from './aside/inbox-pad.tsx'
import { OpenComposer } from './composer/open-composer.tsx'
import { OwnNotes } from './private/parts.tsx'
import { PrivatePad } from './private/private-pad.tsx'
import { useInPrivate, useStage } from './state/use-stage.ts'
import { whereIs } from './state/where.ts'
import { isAboutVote } from './voting/voting-bar.tsx'
import { VotingPanel } from './voting/voting-panel.tsx'

/** Number of one's own latest notes that are shown. */
const most = 12

/** What the present activity is for this person: private notes, the inbox, the vote, or a pad for the next note. */
export function NowPanel() {
  const stage = useStage()
  const inPrivate = useInPrivate()
  const { role } = useStore(useBoard().access)
  const { vote, inbox } = stage
  if (inPrivate) return <PrivatePad />
  if (vote && (vote.status === 'open' || isAboutVote(stage))) return <VotingPanel />
  return (
    <div className="grid grid-cols-1 pb-4">
      <Now />
      {inbox && role === 'contributor' ? <InboxPad /> : <Pad />}
      <Mine />
      {vote && <VotingPanel />}
    </div>
  )
}

/** On a phone the panel covers the card, so the instruction is shown above it. */
function Now() {
  const { item } = whereIs(useStage())
  return (
    item && (
      <section aria-label="Now" className="px-3 pb-2 sm:hidden">
        <h3 className="text-base" dir="auto">
          {item.name}
        </h3>
        <Instruction item={item} short />
      </section>
    )
  )
}

function Pad() {
  const mayLead = useMay('vote.lead').ok
  if (isAboutVote(useStage()) && !mayLead)
    return <p className="p-4 text-ink-500 text-sm">No vote is open. The facilitator opens one; it comes up here.</p>
  return <OpenComposer large />
}

function Mine() {
  const board = useBoard()
  useBoardVersion()
  useStore(board.access)
  const notes = notesOf(board.model, board.isOwn).slice(-most)
  if (notes.length === 0) return null
  return (
    <section aria-labelledby="own-notes" className="grid grid-cols-1 border-line border-t">
      <h3 id="own-notes" className="px-3 pt-3 text-base">
        Your last notes
      </h3>
      <OwnNotes
        name="Your note"
        notes={notes}
        refusal={(note, to) => {
          const may = board.may(`note.${to}`, factsOf(board, note))
          return may.ok ? null : may.reason
        }}
      />
    </section>
  )
}
