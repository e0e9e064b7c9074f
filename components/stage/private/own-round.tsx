'use client'
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { useBoard } from '#components/board/state/board-context.tsx'
import { type BoardState, createBoardState } from '#components/board/state/board-state.ts'
import { Collab, type Session } from '#components/collab/collab.ts'
import { useCollab } from '#components/collab/collab-context.tsx'
import { newEntityId } from '#components/collab/new-id.ts'
import { useStore } from '#components/ui/store.ts'
import { toast } from '#components/ui/toast.tsx'
import { addNotes } from '#lib/board/commands/notes.ts'
import { BoardModel } from '#lib/board/model.ts'
import { BoardUndo } from '#lib/board/undo.ts'
import { currentRound } from '#lib/facilitation/stage.ts'
import { useStage } from '../state/use-stage.ts'
import { type LateNote, takes, watchLate } from './late.ts'

/** One's own notes of a private round, in a document that nobody else can read. */
export interface OwnRound {
  round: string
  collab: Collab
  /** The document as a board of its own, so that notes are written and undone in it as on the wall. */
  draft: BoardState
}

interface Rounds {
  own: OwnRound | null
  /** Notes that came after a reveal and that no further round takes. */
  lost: readonly LateNote[]
  letGo: () => void
}

const RoundContext = createContext<Rounds>({ own: null, lost: [], letGo: () => {} })
export const useOwnRound = (): OwnRound | null => useContext(RoundContext).own
export const useLostNotes = (): Omit<Rounds, 'own'> => useContext(RoundContext)

/**
 * Keeps one's private notes connected for as long as a round is private, wherever they are shown. Notes too late for a
 * reveal go into the next round, or are shown for copying.
 */
export function PrivateRounds({ children }: { children: ReactNode }) {
  const { role } = useStore(useBoard().access)
  const round = currentRound(useStage())
  const [own, setOwn] = useState<OwnRound | null>(null)
  const [late, setLate] = useState<readonly LateNote[]>([])
  const writes = role === 'facilitator' || role === 'contributor'
  const mine = round === null ? [] : late.filter(note => takes(round, note))
  const others = late.filter(note => !mine.includes(note))
  return (
    <RoundContext value={{ own, lost: others, letGo: () => setLate(mine) }}>
      {children}
      {writes && round !== null && (
        <Connected
          key={round}
          round={round}
          late={mine}
          onOwn={setOwn}
          onTaken={() => setLate(others)}
          onLate={notes => setLate(before => [...before, ...notes])}
        />
      )}
    </RoundContext>
  )
}

interface RoundProps {
  round: string
  late: readonly LateNote[]
  onOwn: (own: OwnRound | null) => void
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
  return collab && <Draft collab={collab} round={round} {...rest} />
}

function Draft({ collab, round, late, onOwn, onTaken }: Omit<RoundProps, 'onLate'> & { collab: Collab }) {
  const session = useStore(collab.session)
  const draft = useDraft(collab, session)
  const { link } = useStore(collab.status)
  const isOver = link === 'over'
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when the document comes and goes.
  useEffect(() => {
    if (!draft || isOver) return
    onOwn({ round, collab, draft })
    return () => onOwn(null)
  }, [draft, isOver, round, collab])
  const { phase, role } = useStore(useBoard().access)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what may be written goes with role and phase.
  useEffect(() => {
    if (late.length === 0 || !draft?.may('draft.write').ok) return
    addNotes(
      draft.writer,
      draft.model,
      late.map(({ kind, text }) => ({ kind, text, x: 0, y: 0 })),
    )
    toast({ text: 'What came after the reveal is in your private notes of the next round.' })
    onTaken()
  }, [late, draft, phase, role])
  return null
}

function useDraft(collab: Collab, session: Session | null): BoardState | null {
  const wall = useBoard()
  const [draft, setDraft] = useState<BoardState | null>(null)
  useEffect(() => {
    if (!session) return
    const model = new BoardModel(session.doc)
    const undo = new BoardUndo(session.doc)
    const made = createBoardState({
      boardId: collab.boardId,
      doc: session.doc,
      model,
      undo,
      writer: { doc: session.doc, newId: newEntityId },
      access: wall.access.get(),
      authorName: () => '',
      isOwn: () => true,
      announce: wall.announce,
      tell: wall.tell,
    })
    const stop = wall.access.subscribe(() => made.access.set(wall.access.get()))
    setDraft(made)
    return () => {
      stop()
      made.destroy()
      undo.destroy()
      model.destroy()
      setDraft(null)
    }
  }, [collab, session, wall])
  return draft
}
