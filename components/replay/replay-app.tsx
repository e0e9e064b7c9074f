'use client'
import Link from 'next/link'
import { useEffect, useMemo, useState } from 'react'
import * as Y from 'yjs'
import { BoardStateContext } from '#components/board/state/board-context.tsx'
import { type BoardState, createBoardState } from '#components/board/state/board-state.ts'
import { MethodProvider } from '#components/method/method-context.tsx'
import { Button } from '#components/ui/button.tsx'
import { LoadingWall } from '#components/ui/loading-wall.tsx'
import { useStore, ValueStore } from '#components/ui/store.ts'
import { toast } from '#components/ui/toast.tsx'
import { Announcements, Announcer } from '#components/workspace/announcer.tsx'
import { freeWork } from '#lib/access/rights.ts'
import { BoardUndo } from '#lib/board/undo.ts'
import type { ReplayFacts } from '#lib/replay/facts.ts'
import type { ReplayMark } from '#lib/replay/marks.ts'
import { Playback } from './playback.ts'
import type { PlayerThread } from './player-thread.ts'
import { Recording, type RecordingState } from './recording.ts'
import { actorName, newLooking, type Replay, ReplayContext } from './replay-context.ts'
import { ReplayFrame } from './replay-frame.tsx'
import type { ReplayPageProps } from './replay-page.tsx'

/** A replay in the browser: the recording fetched, the wall fed by it, the player around it. */
export function ReplayApp(props: ReplayPageProps & { thread: PlayerThread | null; onRetry: () => void }) {
  const { thread } = props
  const [recording, setRecording] = useState<Recording | null>(null)
  useEffect(() => {
    if (!thread) return
    const opened = new Recording(thread)
    setRecording(opened)
    return () => {
      setRecording(null)
      opened.close()
    }
  }, [thread])
  return recording ? <Opened {...props} recording={recording} /> : <LoadingWall says="Fetching the recording" />
}

function Opened(props: ReplayPageProps & { recording: Recording; onRetry: () => void }) {
  const state = useStore(props.recording.state)
  switch (state.is) {
    case 'loading':
      return <LoadingWall says="Fetching the recording" />
    case 'failed':
      return (
        <Sheet title="The replay cannot be shown" facts={props.facts}>
          <p className="text-ink-700">{state.message}</p>
          <Button variant="primary" onClick={props.onRetry}>
            Try again
          </Button>
        </Sheet>
      )
    case 'ready':
      return state.columns.count === 0 ? (
        <Sheet title="Nothing has happened here yet" facts={props.facts}>
          <p className="text-ink-700">As soon as somebody puts something on the wall, it can be watched again here.</p>
        </Sheet>
      ) : (
        <Player {...props} ready={state} />
      )
  }
}

function Sheet({ title, facts, children }: { title: string; facts: ReplayFacts; children: React.ReactNode }) {
  return (
    <main className="kraft fixed inset-0 grid place-items-center p-4">
      <div
        role="status"
        className="grid max-w-sm justify-items-start gap-3 rounded-note bg-paper-0 p-6 text-ink-900 shadow-note"
      >
        <h1 className="text-lg">{title}</h1>
        {children}
        {facts.door === null && (
          <Link href={`/b/${facts.boardId}`} className="text-accent underline">
            Back to the board
          </Link>
        )}
      </div>
    </main>
  )
}

/** ms that the method may lag behind a wall that plays: nobody reads its stamps then. */
const patience = 5_000

type Ready = Extract<RecordingState, { is: 'ready' }>

function Player(props: ReplayPageProps & { recording: Recording; ready: Ready }) {
  const [announcer] = useState(() => new Announcer())
  const [replay, setReplay] = useState<Replay | null>(null)
  const { facts, recording, ready, from, mayRepair } = props
  // biome-ignore lint/correctness/useExhaustiveDependencies: where to begin is asked once.
  useEffect(() => {
    const board = boardOf(facts, recording, ready, announcer)
    const playback = new Playback(ready.columns, firstRow(ready, from))
    const follow = () => recording.show(playback.get().row, playback.get().held)
    const marks = new ValueStore<readonly ReplayMark[]>([])
    const mark = () => marks.set(marksWith(ready, recording.marks.get(), facts))
    mark()
    const stops = [playback.subscribe(follow), recording.marks.subscribe(mark)]
    const made = { facts, recording, playback, board, marks, looking: newLooking(), mayRepair }
    recording.board.show([])
    follow()
    const first = recording.shown.subscribe(() => {
      first()
      setReplay(made)
    })
    return () => {
      for (const stop of stops) stop()
      first()
      playback.pause()
      board.destroy()
      setReplay(null)
    }
  }, [facts, recording, ready, announcer])
  const content = useMemo(
    () => <ReplayFrame announcer={announcer} note={from.note ?? from.born ?? null} />,
    [announcer, from],
  )
  if (!replay) return <LoadingWall says="Fetching the recording" />
  return (
    <ReplayContext value={replay}>
      <BoardStateContext value={replay.board}>
        <MethodProvider latest={patience}>{content}</MethodProvider>
      </BoardStateContext>
      <Announcements announcer={announcer} />
    </ReplayContext>
  )
}

/** The board of a replay: read-only. */
function boardOf(facts: ReplayFacts, recording: Recording, { columns }: Ready, announcer: Announcer): BoardState {
  const doc = new Y.Doc()
  const now = () => columns.at[recording.shown.get().row] ?? 0
  const board = createBoardState({
    boardId: facts.boardId,
    doc,
    model: recording.board,
    writer: { doc, newId: () => '' },
    undo: new BoardUndo(doc),
    access: {
      role: 'observer',
      member: null,
      phase: { board: 'finished', session: 'ended', frozen: true, rights: freeWork, round: null },
    },
    authorName: made => (made.by === null ? '' : actorName(facts, made.by, now())),
    isOwn: () => false,
    announce: sentence => announcer.say(sentence),
    tell: sentence => void toast({ text: sentence }),
  })
  board.tool.set({ id: 'hand' })
  return board
}

/** The recording's marks, and the finish, which the board itself does not contain. */
function marksWith({ columns }: Ready, marks: readonly ReplayMark[], { finishedAt }: ReplayFacts): ReplayMark[] {
  if (finishedAt === null) return [...marks]
  const after = columns.at.findIndex(at => at > finishedAt)
  const row = (after < 0 ? columns.count : after) - 1
  return [...marks, { row, kind: 'finished' as const, label: 'Finished' }].sort((a, b) => a.row - b.row)
}

function firstRow({ columns }: Ready, { row, born, note }: ReplayPageProps['from']): number {
  if (born !== undefined) {
    const cell = columns.cells.findIndex(each => each.root === 'notes' && each.id === born)
    const birth = cell < 0 ? -1 : columns.cell.indexOf(cell)
    if (birth >= 0) return birth
  }
  // A note's history is looked at from its end: the note is there, or was last.
  if (note !== undefined) return columns.count - 1
  return row === undefined ? 0 : Math.min(row, columns.count - 1)
}
