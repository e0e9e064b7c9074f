import { useEffect } from 'react'
import { kindOfCell } from '#lib/replay/events.ts'
import { type Replay, useReplay } from './replay-context.ts'

/** Fades notes that the chosen people, or the chosen kinds of events, did not touch. */
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
  const kindOf = (row: number, birth: number) => {
    const cell = columns.cells[columns.cell[row] ?? 0]
    // Writes in the update that created a note count as adding it; only later ones as writing.
    if (columns.seq[row] === columns.seq[birth]) return 'add'
    return cell ? kindOfCell(cell) : 'other'
  }
  const counts = (row: number, birth: number) => {
    const actor = columns.actors[columns.actor[row] ?? 0] ?? null
    if (people.size > 0 && (actor === null || !people.has(actor))) return false
    return kinds.size === 0 || kinds.has(kindOf(row, birth))
  }
  for (const id of board.model.notes.keys()) {
    const rows = recording.board.rowsOf('notes', id)
    const birth = recording.board.birthOf('notes', id)
    if (!rows.some(row => counts(row, birth))) faded.add(id)
  }
  return faded
}
