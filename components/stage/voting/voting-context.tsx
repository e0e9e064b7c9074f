'use client'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { useBoard, useMay } from '#components/board/state/board-context.tsx'
import type { BoardState } from '#components/board/state/board-state.ts'
import { useCollab, useRoster, useStatus } from '#components/collab/collab-context.tsx'
import { useStore } from '#components/ui/store.ts'
import { type Rank, ranking, type VoteOutcome } from '#lib/facilitation/voting.ts'
import { useStage } from '../state/use-stage.ts'
import { type Mine, OwnBallot } from './ballot.ts'

const BallotContext = createContext<OwnBallot | null>(null)
const OutcomeContext = createContext<VoteOutcome>({ results: null, voters: null })
const stores = new WeakMap<BoardState, OwnBallot>()

/** The ballot of the tab that shows a board, for actions by key. */
export const ballotOn = (board: BoardState): OwnBallot | undefined => stores.get(board)

/** One's own ballot and what is known of the outcome, for the wall and the panels. */
export function VotingProvider({ children }: { children: ReactNode }) {
  const board = useBoard()
  const collab = useCollab()
  const [store, setStore] = useState<OwnBallot | null>(null)
  useEffect(() => {
    const made = new OwnBallot(board, collab)
    stores.set(board, made)
    setStore(made)
    return () => {
      stores.delete(board)
      setStore(null)
      made.destroy()
    }
  }, [board, collab])
  const outcome = useKnownOutcome()
  useStamps(outcome)
  return (
    <BallotContext value={store}>
      <OutcomeContext value={outcome}>{children}</OutcomeContext>
    </BallotContext>
  )
}

export const useBallotStore = (): OwnBallot | null => useContext(BallotContext)
const unknown: Mine = { vote: null, dots: {}, saved: true }
const noStore = { get: () => unknown, subscribe: () => () => undefined }
export const useMine = (): Mine => useStore(useBallotStore() ?? noStore)

/** Returns what this person may know of the outcome: what everybody sees, or what facilitators see earlier. */
export const useOutcome = (): VoteOutcome => useContext(OutcomeContext)

function useKnownOutcome(): VoteOutcome {
  const collab = useCollab()
  const { vote } = useStage()
  const { link } = useStatus()
  const mayLead = useMay('vote.lead').ok
  const [early, setEarly] = useState<(VoteOutcome & { vote: string }) | null>(null)
  const hidden = mayLead && vote?.status === 'closed' && vote.results === null ? vote.id : null
  useEffect(() => {
    if (hidden === null || link !== 'live') return
    let gone = false
    collab.request('vote.results', {}).then(
      answer => {
        if (!gone && answer) setEarly(answer)
      },
      // Requested again when the connection is back.
      () => undefined,
    )
    return () => {
      gone = true
    }
  }, [collab, hidden, link])
  return useMemo(() => {
    if (!vote || vote.status === 'open') return { results: null, voters: null }
    if (vote.results) return { results: vote.results, voters: vote.voters }
    return early?.vote === vote.id ? { results: early.results, voters: early.voters } : { results: null, voters: null }
  }, [vote, early])
}

/** Shows the outcome as stamps on the notes. */
function useStamps({ results }: VoteOutcome): void {
  const { marks } = useBoard()
  useEffect(() => {
    const ranks = results ? ranking(results).filter(({ dots }) => dots > 0) : []
    marks.set(
      'votes',
      new Map(
        ranks.map(rank => [
          rank.noteId,
          [{ key: 'votes', label: `●${rank.dots}`, title: rankInWords(rank, ranks), paper: 'white' as const }],
        ]),
      ),
    )
    return () => marks.set('votes', new Map())
  }, [results, marks])
}

/** `3 dots, second place, shared by 2`. */
function rankInWords({ dots, rank }: Rank, ranks: readonly Rank[]): string {
  const sharing = ranks.filter(other => other.rank === rank).length
  return `${dots === 1 ? '1 dot' : `${dots} dots`}, place ${rank}${sharing > 1 ? `, shared by ${sharing}` : ''}`
}

/** Returns how many people who may vote are connected. */
export function useVoters(): number {
  const { people } = useRoster()
  return [...people.values()].filter(
    person => person.here && (person.role === 'facilitator' || person.role === 'contributor'),
  ).length
}
