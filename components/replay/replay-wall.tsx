'use client'
import { History } from 'lucide-react'
import { type PointerEvent, useRef } from 'react'
import { Wall } from '#components/board/canvas/wall.tsx'
import { useBoard, useNote, useSelection } from '#components/board/state/board-context.tsx'
import { hitTest } from '#components/board/tools/hit.ts'
import { Button } from '#components/ui/button.tsx'
import { distance, type Point } from '#lib/geometry/box.ts'
import { Glimpses } from './glimpses.tsx'
import { actorName, clockTime, look, useLooking, useReplay, useShown } from './replay-context.ts'

/** px on screen that a press may wander and still be one. */
const still = 6

/** The wall: dragging moves it, a press on a note asks about it. */
export function ReplayWall() {
  const board = useBoard()
  const pressed = useRef<Point | null>(null)
  const down = (event: PointerEvent) => {
    pressed.current = event.isPrimary ? { x: event.clientX, y: event.clientY } : null
  }
  const up = (event: PointerEvent<HTMLDivElement>) => {
    const at = { x: event.clientX, y: event.clientY }
    if (!pressed.current || distance(pressed.current, at) > still) return
    const { left, top } = event.currentTarget.getBoundingClientRect()
    const hit = hitTest(board, board.viewport.toBoard({ x: at.x - left, y: at.y - top }), event.pointerType === 'touch')
    if (hit.type === 'note') board.selection.setNotes([hit.id])
    else board.selection.clear()
  }
  return (
    <>
      <div data-wall className="absolute inset-0" onPointerDownCapture={down} onPointerUpCapture={up}>
        <Wall onlyLook under={<Glimpses />} />
      </div>
      <AboutNote />
    </>
  )
}

/** Who touched the selected note last, and the way to its whole history. */
function AboutNote() {
  const { notes } = useSelection()
  const { panel } = useLooking()
  const [id] = notes
  return id === undefined || panel ? null : <LastTouch id={id} />
}

function LastTouch({ id }: { id: string }) {
  const replay = useReplay()
  const { facts, recording, playback } = replay
  useShown()
  const note = useNote(id)
  const row = recording.board.lastTouch('notes', id)
  if (!note || row < 0) return null
  const at = playback.columns.at[row] ?? 0
  const person = playback.columns.actors[playback.columns.actor[row] ?? 0] ?? null
  return (
    <div className="absolute top-3 left-3 z-10 flex max-w-[calc(100%-1.5rem)] items-center gap-3 rounded-md border border-line bg-paper-0 py-1.5 pr-1.5 pl-3 text-sm shadow-panel">
      <p className="min-w-0">
        <bdi className="block truncate font-semibold">{note.text || 'Empty note'}</bdi>
        <span className="block truncate text-ink-500 text-xs">
          Last touched by <bdi>{actorName(facts, person, at)}</bdi>, {clockTime(at)}
        </span>
      </p>
      <Button size="sm" onClick={() => look(replay, { panel: true })}>
        <History aria-hidden />
        History
      </Button>
    </div>
  )
}
