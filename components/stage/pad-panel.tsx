'use client'
import { useBoard, useBoardVersion, useMay } from '#components/board/state/board-context.tsx'
import { factsOf } from '#components/board/state/board-state.ts'
import { useStore } from '#components/ui/store.ts'
import { notesOf } from '#lib/board/commands/pad.ts'
import { Instruction } from './agenda/instruction.tsx'
import { OpenComposer } from './composer/open-composer.tsx'
import { OwnNotes } from './private/parts.tsx'
import { useStage } from './state/use-stage.ts'
import { whereIs } from './state/where.ts'
import { isAboutVote } from './voting/voting-bar.tsx'
import { VotingPanel } from './voting/voting-panel.tsx'

/** Number of one's own latest notes that are shown. */
const most = 12

/**
 * A workshop on a phone: write a note, see one's own latest ones, and vote while a vote is open. The result of a vote
 * stays visible when everybody has moved on, below the present instruction.
 */
export function PadPanel() {
  const stage = useStage()
  const { vote } = stage
  if (vote && (vote.status === 'open' || isAboutVote(stage))) return <VotingPanel />
  return (
    <>
      <Pad />
      {vote && <VotingPanel />}
    </>
  )
}

/** On a phone the pad covers the instruction card, so the instruction is shown above it. */
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
  const board = useBoard()
  useBoardVersion()
  useStore(board.access)
  const stage = useStage()
  const mayLead = useMay('vote.lead').ok
  const notes = notesOf(board.model, board.isOwn).slice(-most)
  return (
    <div className="grid grid-cols-1 pb-4">
      <Now />
      {isAboutVote(stage) && !mayLead ? (
        <p className="p-4 text-ink-500 text-sm">No vote is open. The facilitator opens one; it comes up here.</p>
      ) : (
        <OpenComposer large />
      )}
      {notes.length > 0 && (
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
      )}
    </div>
  )
}
