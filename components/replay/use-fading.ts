import { useEffect } from 'react'
import { kindOfCell } from '#lib/replay/deeds.ts'
import { type Replay, useReplay } from './replay-context.ts'

/** Lets notes step back that the chosen people, or the chosen ways, did not touch. */
export function useFading(): void {
  const replay = useReplay()
  useEffect(() => {
    let frame: number | null = null
    const wake = () => {
      frame ??= requestAnimationFrame(() => {
        frame = null
        replay.board.fading.set(leftOut(replay))
      })
    }
    wake()
    const stops = [replay.looking.subscribe(wake), replay.recording.shown.subscribe(wake)]
    return () => {
      for (const stop of stops) stop()
      if (frame !== null) cancelAnimationFrame(frame)
    }
  }, [replay])
}

function leftOut({ board, recording, playback: { columns }, looking }: Replay): ReadonlySet<string> {
  const { people, kinds } = looking.get()
  const faded = new Set<string>()
  if (people.size === 0 && kinds.size === 0) return faded
  const counts = (row: number) => {
    const actor = columns.actors[columns.actor[row] ?? 0] ?? null
    if (people.size > 0 && (actor === null || !people.has(actor))) return false
    const cell = columns.cells[columns.cell[row] ?? 0]
    return kinds.size === 0 || (cell !== undefined && kinds.has(kindOfCell(cell)))
  }
  for (const id of board.model.notes.keys()) if (!recording.board.rowsOf('notes', id).some(counts)) faded.add(id)
  return faded
}
