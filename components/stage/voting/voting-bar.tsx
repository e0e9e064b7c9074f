'use client'
import { CircleDot, Eye, ListOrdered, Repeat2, X } from 'lucide-react'
import { useBoard, useMay } from '#components/board/state/board-context.tsx'
import { Button } from '#components/ui/button.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { useStore } from '#components/ui/store.ts'
import { useFrame, useFrameStore } from '#components/workspace/frame-state.ts'
import type { Stage, Vote } from '#lib/facilitation/stage.ts'
import { dotsPlaced, dotsThere, ranking, tiedOnTop } from '#lib/facilitation/voting.ts'
import { useAsk } from '../state/ask.ts'
import { useStage } from '../state/use-stage.ts'
import { nowPageOf } from '../state/where.ts'
import { useMine, useOutcome, useVoters } from './voting-context.tsx'

const bar =
  'pointer-events-auto flex w-full max-w-2xl animate-rise flex-wrap items-center gap-x-3 gap-y-2 rounded-md border border-line-strong bg-paper-0 px-3 py-2 text-ink-900 shadow-pop max-sm:hidden sm:w-max'

/** Whether everybody is at an activity that asks for dots. */
const isAboutVote = (stage: Stage): boolean => nowPageOf(stage) === 'vote'

/** Shown in a voting activity without an open vote: says who opens it. */
function NotOpen() {
  const mayLead = useMay('vote.lead').ok
  const frame = useFrameStore()
  return (
    <section data-float aria-label="Vote" className={bar}>
      <CircleDot aria-hidden className="size-5 shrink-0 text-accent max-sm:hidden" />
      <p className="min-w-0 flex-1 text-sm">
        {mayLead ? 'No vote is open.' : 'No vote is open. The facilitator opens one.'}
      </p>
      {mayLead && (
        <Button size="sm" variant="primary" onClick={() => frame.change({ panel: 'voting' })}>
          Open a vote
        </Button>
      )}
    </section>
  )
}

/** The state of a vote, at the lower edge of the wall during the session, and the facilitator's next step. */
export function VotingBar() {
  const stage = useStage()
  const { vote } = stage
  const { phase } = useStore(useBoard().access)
  const { panel } = useFrame()
  const frame = useFrameStore()
  // Its panel says it all.
  if (panel === 'voting' || panel === 'now') return null
  if (phase.session === 'ended' || phase.board === 'finished') return null
  if (!vote) return isAboutVote(stage) ? <NotOpen /> : null
  return (
    <section data-float aria-label="Vote" className={bar}>
      <CircleDot aria-hidden className="size-5 shrink-0 text-accent max-sm:hidden" />
      <div className="min-w-0 flex-1">
        <p className="truncate font-semibold text-sm" dir="auto">
          {titleOf(vote)}
        </p>
        {vote.status === 'open' ? <Standing vote={vote} /> : <VoteResult vote={vote} />}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Button size="sm" onClick={() => frame.change({ panel: 'voting' })} className="max-sm:flex-1">
          <ListOrdered aria-hidden />
          {vote.status === 'open' ? 'List' : 'Ranking'}
        </Button>
        <Lead vote={vote} />
      </div>
    </section>
  )
}

export const titleOf = ({ title, round }: Pick<Vote, 'title' | 'round'>): string =>
  `${title || 'Dot voting'}${round > 1 ? `, round ${round}` : ''}`

const dotsInWords = (count: number) => (count === 1 ? '1 dot' : `${count} dots`)

/** One's own dots, those left hollow, and how many people have placed theirs. */
export function Standing({ vote }: { vote: Vote }) {
  const { voted } = useStage()
  const voters = useVoters()
  const mine = useMine()
  const may = useMay('vote.cast')
  const left = vote.dots - dotsPlaced(mine.dots)
  const { role, phase } = useStore(useBoard().access)
  return (
    <p className="flex flex-wrap items-center gap-x-3 text-ink-700 text-xs figures">
      {may.ok && (
        <span role="status" data-left={left} data-ballot={mine.vote !== null && mine.saved ? 'saved' : 'waiting'}>
          {vote.dots <= 10 && (
            <span aria-hidden className="mr-1.5 tracking-widest">
              {'●'.repeat(vote.dots - left)}
              {'○'.repeat(left)}
            </span>
          )}
          {left === 0 ? 'All your dots are placed' : `${dotsInWords(left)} left`}
        </span>
      )}
      {!phase.rights.vote && role === 'facilitator' && (
        <span className="text-warn">Contributors cannot place dots: this activity does not include voting</span>
      )}
      {!may.ok && role === 'contributor' && <span>{may.reason}</span>}
      <span data-voted={voted}>
        {voted} of {Math.max(voters, voted)} {voters === 1 ? 'is' : 'are'} done
      </span>
    </p>
  )
}

/** What a closed vote came to, in one sentence. */
export function VoteResult({ vote }: { vote: Vote }) {
  const board = useBoard()
  const { results } = useOutcome()
  const mayLead = useMay('vote.lead').ok
  if (!results) return <p className="text-ink-700 text-xs">Closed. The results come when the facilitator shows them.</p>
  const top = ranking(dotsThere(results, id => board.model.notes.has(id))).filter(
    ({ rank, dots }) => rank === 1 && dots > 0,
  )
  const name = top.length === 1 ? board.model.notes.get(top[0]?.noteId ?? '')?.text.trim() : undefined
  return (
    <p className="text-ink-700 text-xs" role="status">
      {top.length === 0
        ? 'Nobody placed a dot.'
        : top.length > 1
          ? `${top.length} notes share the first place with ${dotsInWords(top[0]?.dots ?? 0)} each.`
          : `Most dots, ${top[0]?.dots}: ${name ? `“${name}”` : 'a note'}.`}
      {mayLead && vote.results === null && ' Only facilitators see this yet.'}
    </p>
  )
}

function Lead({ vote }: { vote: Vote }) {
  const board = useBoard()
  const ask = useAsk()
  const mayLead = useMay('vote.lead').ok
  const { results } = useOutcome()
  if (!mayLead) return null
  if (vote.status === 'open')
    return (
      <Button size="sm" variant="primary" className="max-sm:flex-1" onClick={() => void ask('vote.close', {})}>
        Close the vote
      </Button>
    )
  const tied = results ? tiedOnTop(dotsThere(results, id => board.model.notes.has(id))) : []
  return (
    <>
      {vote.results === null && (
        <Button size="sm" variant="primary" onClick={() => void ask('vote.show', {})}>
          <Eye aria-hidden />
          Show everybody
        </Button>
      )}
      {vote.results !== null && tied.length > 1 && <SecondRound vote={vote} tied={tied} />}
      <IconButton label="Take the vote off the screen" size="sm" onClick={() => void ask('vote.dismiss', {})}>
        <X />
      </IconButton>
    </>
  )
}

/** A second round between the notes that share the first rank: one dot each. */
export function SecondRound({ vote, tied }: { vote: Vote; tied: readonly string[] }) {
  const ask = useAsk()
  const { title, self, open } = vote
  return (
    <Button
      size="sm"
      onClick={() =>
        void ask('vote.open', { title, self, open, dots: 1, perNote: null, targets: [...tied], again: true })
      }
    >
      <Repeat2 aria-hidden />
      Second round on {tied.length}
    </Button>
  )
}
