'use client'
import { type ReactNode, useEffect, useState } from 'react'
import { BoardStateContext } from '#components/board/state/board-context.tsx'
import { type BoardState, createBoardState, type Tell } from '#components/board/state/board-state.ts'
import { useStore } from '#components/ui/store.ts'
import { BoardModel } from '#lib/board/model.ts'
import { BoardUndo } from '#lib/board/undo.ts'
import { freezesAt, readStage } from '#lib/facilitation/stage.ts'
import { accessFrom } from './access.ts'
import { Collab, type CollabOptions, type Session } from './collab.ts'
import { CollabContext, PresenceContext, useCollab } from './collab-context.tsx'
import { newEntityId } from './new-id.ts'
import { Presence } from './presence.ts'
import { authorOf } from './roster.ts'
import { sharePresence } from './share-presence.ts'

export interface Speakers {
  announce(sentence: string): void
  tell: Tell
}

/** Connects this page to a board for as long as it is shown. */
export function LiveCollab({ options, children }: { options: CollabOptions; children: ReactNode }) {
  const [collab, setCollab] = useState<Collab | null>(null)
  const { boardId, personId, address } = options
  // biome-ignore lint/correctness/useExhaustiveDependencies: the connection lives as long as board and person; what else the page knows is good until the welcome only.
  useEffect(() => {
    const made = new Collab(options)
    setCollab(made)
    return () => {
      setCollab(null)
      made.destroy()
    }
  }, [boardId, personId, address])
  return collab && <CollabContext value={collab}>{children}</CollabContext>
}

/**
 * Provides the board of the present session to the children, and remounts them when a refusal replaced the document.
 * Shows `waiting` until there is a board.
 */
export function LiveBoard({
  speakers,
  waiting,
  children,
}: {
  speakers: Speakers
  waiting: ReactNode
  children: ReactNode
}) {
  const collab = useCollab()
  const session = useStore(collab.session)
  return session ? (
    <SessionBoard key={session.number} session={session} speakers={speakers} waiting={waiting}>
      {children}
    </SessionBoard>
  ) : (
    waiting
  )
}

function SessionBoard(props: { session: Session; speakers: Speakers; waiting: ReactNode; children: ReactNode }) {
  const { session, speakers, waiting, children } = props
  const collab = useCollab()
  const [bound, setBound] = useState<{ board: BoardState; presence: Presence } | null>(null)
  useEffect(() => {
    const made = bind(collab, session, speakers)
    setBound(made)
    return made.destroy
  }, [collab, session, speakers])
  if (!bound) return waiting
  return (
    <BoardStateContext value={bound.board}>
      <PresenceContext value={bound.presence}>{children}</PresenceContext>
    </BoardStateContext>
  )
}

/** Everything that exists only as long as one document. */
function bind(collab: Collab, { doc, awareness }: Session, speakers: Speakers) {
  const { roster } = collab
  const model = new BoardModel(doc)
  const undo = new BoardUndo(doc)
  const board = createBoardState({
    boardId: collab.boardId,
    doc,
    model,
    writer: { doc, newId: newEntityId },
    undo,
    access: accessFrom(roster.get(), model.stage, collab.now()),
    authorName: made => authorOf(roster.get(), made)?.name ?? '',
    isOwn: made => made.client === doc.clientID || authorOf(roster.get(), made)?.id === roster.get().you?.personId,
    announce: speakers.announce,
    tell: speakers.tell,
  })
  const presence = new Presence(awareness, roster)
  let freezing: ReturnType<typeof setTimeout> | undefined
  const readAccess = () => {
    const next = accessFrom(roster.get(), model.stage, collab.now())
    clearTimeout(freezing)
    const left = (freezesAt(readStage(model.stage)) ?? 0) - collab.now()
    if (left > 0) freezing = setTimeout(readAccess, left)
    if (JSON.stringify(next) !== JSON.stringify(board.access.get())) board.access.set(next)
  }
  const stops = [
    () => clearTimeout(freezing),
    roster.subscribe(readAccess),
    model.subscribe(({ changes }) => {
      if (changes.has('stage')) readAccess()
    }),
    sharePresence(board, presence),
  ]
  return {
    board,
    presence,
    destroy() {
      for (const stop of stops) stop()
      presence.destroy()
      board.destroy()
      undo.destroy()
      model.destroy()
    },
  }
}
