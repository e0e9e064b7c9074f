'use client'
import type { ComponentType } from 'react'
import { useBoard, useBoardVersion, useMay } from '#components/board/state/board-context.tsx'
import { factsOf } from '#components/board/state/board-state.ts'
import { FailuresPanel } from '#components/method/failures-panel.tsx'
import { FeelingsList } from '#components/method/feelings-list.tsx'
import { OutcomePanel } from '#components/method/outcome-panel.tsx'
import { VerdictCard } from '#components/method/verdicts/verdict-card.tsx'
import { VerdictsPanel } from '#components/method/verdicts/verdicts-panel.tsx'
import { useStore } from '#components/ui/store.ts'
import { useFrame } from '#components/workspace/frame-state.ts'
import { notesOf } from '#lib/board/commands/pad.ts'
import { knownActivity } from '#lib/facilitation/agendas.ts'
import type { NowPage } from '#lib/facilitation/define.ts'
import { Instruction } from './agenda/instruction.tsx'
import { Arriving } from './arriving.tsx'
import { InboxPad } from './aside/inbox-pad.tsx'
import { OpenComposer } from './composer/open-composer.tsx'
import { OwnNotes } from './private/parts.tsx'
import { PrivatePad } from './private/private-pad.tsx'
import { useInPrivate, useStage } from './state/use-stage.ts'
import { nowPageOf, whereIs } from './state/where.ts'
import { VotingPanel } from './voting/voting-panel.tsx'

/** Number of one's own latest notes that are shown. */
const most = 12

/** What each page holds; an activity names its own. */
const pages: Record<NowPage, ComponentType> = {
  arrive: Arriving,
  outcome: OutcomePanel,
  write: Writing,
  points: FailuresPanel,
  feelings: FeelingsList,
  vote: VotingPanel,
  verdict: VerdictCard,
  actions: VerdictsPanel,
}

/** What the present activity is for this person: its page, a private round's notes, or an open vote. */
export function NowPanel() {
  const stage = useStage()
  const inPrivate = useInPrivate()
  const { deciding } = useFrame()
  if (inPrivate) return <PrivatePad />
  const page = deciding ? 'verdict' : stage.vote?.status === 'open' ? 'vote' : nowPageOf(stage)
  const Page = pages[page]
  return (
    <div className="flex min-h-full flex-col pt-3">
      {!deciding && <Heading />}
      <div className="min-h-0 flex-1">
        <Page />
      </div>
    </div>
  )
}

/** On a phone the panel covers the card, so the instruction stands above the page; who leads reads what to watch. */
function Heading() {
  const { item } = whereIs(useStage())
  const mayLead = useMay('stage.lead').ok
  const watches = item && mayLead ? knownActivity(item)?.watches : undefined
  if (!item) return null
  return (
    <>
      <section aria-label="Now" className="px-4 pb-2 sm:hidden">
        <h3 className="text-base" dir="auto">
          {item.name}
        </h3>
        <Instruction item={item} short />
      </section>
      {watches && (
        <p className="px-4 pb-3 text-ink-500 text-sm">
          <span className="font-semibold">Watch:</span> {watches}
        </p>
      )}
    </>
  )
}

/** A pad for the next note, for the wall or the inbox, one's last notes, and what the last vote came to. */
function Writing() {
  const { vote, inbox } = useStage()
  const { role } = useStore(useBoard().access)
  return (
    <div className="grid grid-cols-1 pb-4">
      {inbox && role === 'contributor' ? <InboxPad /> : <OpenComposer large />}
      <Mine />
      {vote && <VotingPanel />}
    </div>
  )
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
