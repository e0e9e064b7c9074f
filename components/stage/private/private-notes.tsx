'use client'
import { useEffect, useState } from 'react'
import { useBoard } from '#components/board/state/board-context.tsx'
import { Collab } from '#components/collab/collab.ts'
import { useCollab } from '#components/collab/collab-context.tsx'
import { useStore } from '#components/ui/store.ts'
import { readRound } from '#lib/facilitation/drafts.ts'
import { currentRound } from '#lib/facilitation/stage.ts'
import { useStage } from '../state/use-stage.ts'
import { type LateNote, takes, watchLate } from './late.ts'
import { LateNotes } from './late-notes.tsx'
import { PrivatePad } from './private-pad.tsx'

/**
 * One's own notes while a round is private, in a document that nobody else can read. Notes too late for a reveal go
 * into the next round, or are shown for copying.
 */
export function PrivateNotes() {
  const board = useBoard()
  const { role } = useStore(board.access)
  const round = currentRound(useStage())
  const [late, setLate] = useState<readonly LateNote[]>([])
  if (role !== 'facilitator' && role !== 'contributor') return null
  const mine = round === null ? [] : late.filter(note => takes(round, note))
  const others = late.filter(note => !mine.includes(note))
  return (
    <>
      {round !== null && (
        <Connected
          key={round}
          round={round}
          late={mine}
          onTaken={() => setLate(others)}
          onLate={notes => setLate(before => [...before, ...notes])}
        />
      )}
      <LateNotes notes={others} onDone={() => setLate(mine)} />
    </>
  )
}

interface RoundProps {
  round: string
  late: readonly LateNote[]
  onTaken: () => void
  onLate: (notes: readonly LateNote[]) => void
}

/** Connects the document of one round for as long as it lasts. */
function Connected({ round, onLate, ...rest }: RoundProps) {
  const main = useCollab()
  const [collab, setCollab] = useState<Collab | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the connection lives as long as the round.
  useEffect(() => {
    const made = new Collab({ ...main.identity, boardId: `${main.boardId}.draft.${round}` })
    const end = watchLate(made, round, onLate)
    setCollab(made)
    return () => {
      setCollab(null)
      end()
    }
  }, [main, round])
  if (!collab) return null
  return <PrivatePad collab={collab} anonymous={readRound(round)?.anonymous ?? false} round={round} {...rest} />
}
