'use client'
import { useBoard, useMay } from '#components/board/state/board-context.tsx'
import { Section } from '#components/method/parts.tsx'
import { Button } from '#components/ui/button.tsx'
import { tiedOnTop } from '#lib/facilitation/voting.ts'
import { useAsk } from '../state/ask.ts'
import { useStage } from '../state/use-stage.ts'
import { SecondRound, Standing, titleOf, VoteResult } from './voting-bar.tsx'
import { useOutcome } from './voting-context.tsx'
import { VotingForm } from './voting-form.tsx'
import { VotingRanking, VotingTargets } from './voting-lists.tsx'

/** Dot voting beside the wall: opening one, placing dots by keyboard or thumb, what it came to, and earlier votes. */
export function VotingPanel() {
  const { vote, votes } = useStage()
  const mayLead = useMay('vote.lead').ok
  const earlier = votes.filter(one => one.id !== vote?.id).toReversed()
  return (
    <div className="pb-6">
      {vote?.status === 'open' && <Open />}
      {vote?.status === 'closed' && <Closed />}
      {!vote &&
        (mayLead ? (
          <VotingForm />
        ) : (
          <p className="px-4 py-4 text-ink-500 text-sm">No vote is open. The facilitator opens one.</p>
        ))}
      {earlier.length > 0 && (
        <Section title="Earlier votes">
          {earlier.map(past => (
            <details key={past.id}>
              <summary className="cursor-pointer py-1 text-sm" dir="auto">
                {titleOf(past)}
              </summary>
              <VotingRanking results={past.results} voters={null} />
            </details>
          ))}
        </Section>
      )}
    </div>
  )
}

function Open() {
  const { vote } = useStage()
  const ask = useAsk()
  const mayLead = useMay('vote.lead').ok
  if (!vote) return null
  const { perNote, self, open } = vote
  return (
    <Section
      title={titleOf(vote)}
      hint={[
        open ? 'Names are shown afterwards.' : 'Secret: nobody ever sees who placed which dot.',
        perNote === null ? '' : `At most ${perNote} on one note.`,
        self ? '' : 'Not on your own notes.',
      ]
        .filter(Boolean)
        .join(' ')}
    >
      <div className="sticky top-0 z-10 -mx-4 bg-paper-0 px-4 py-1">
        <Standing vote={vote} />
      </div>
      <VotingTargets targets={vote.targets} />
      {mayLead && (
        <Button variant="primary" onClick={() => void ask('vote.close', {})}>
          Close the vote
        </Button>
      )}
    </Section>
  )
}

function Closed() {
  const { vote } = useStage()
  const board = useBoard()
  const ask = useAsk()
  const { results, voters } = useOutcome()
  const mayLead = useMay('vote.lead').ok
  if (!vote) return null
  const tied = results ? tiedOnTop(results).filter(id => board.model.notes.has(id)) : []
  return (
    <Section title={titleOf(vote)}>
      <VoteResult vote={vote} />
      {results && <VotingRanking results={results} voters={voters} />}
      {mayLead && (
        <div className="flex flex-wrap gap-2">
          {vote.results === null && (
            <Button size="sm" variant="primary" onClick={() => void ask('vote.show', {})}>
              Show everybody
            </Button>
          )}
          {tied.length > 1 && vote.results !== null && <SecondRound vote={vote} tied={tied} />}
          <Button size="sm" onClick={() => void ask('vote.dismiss', {})}>
            Done with this vote
          </Button>
        </div>
      )}
    </Section>
  )
}
