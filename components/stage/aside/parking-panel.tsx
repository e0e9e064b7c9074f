'use client'
import { useBoard, useBoardVersion } from '#components/board/state/board-context.tsx'
import { factsOf } from '#components/board/state/board-state.ts'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { useStore } from '#components/ui/store.ts'
import { goToNote } from '#components/workspace/go-to.ts'
import { deleteNotes } from '#lib/board/commands/notes.ts'
import { bringFromParking, inParking } from '#lib/board/commands/parking.ts'
import { AsideNote } from './aside-note.tsx'

/** What does not belong now and must not be forgotten. */
export function ParkingPanel() {
  const board = useBoard()
  useBoardVersion()
  useStore(board.access)
  const notes = inParking(board.model)
  if (notes.length === 0)
    return (
      <EmptyState title="Nothing is parked">
        For what does not belong now: press a note with the right button, or long, and choose “Into the parking lot”.
      </EmptyState>
    )
  return (
    <ul aria-label="Parking lot" className="grid gap-2 px-4 pb-6">
      {notes.map(note => {
        const may = board.may('note.place', factsOf(board, note))
        return (
          <AsideNote
            key={note.id}
            note={note}
            verb="Back onto the wall"
            refusal={may.ok ? undefined : may.reason}
            onLetIn={() => {
              bringFromParking(board.writer, [note.id])
              goToNote(board, note.id)
              board.announce('Back on the wall, where it was.')
            }}
            onTakeOff={() => deleteNotes(board.writer, board.model, new Set([note.id]))}
          />
        )
      })}
    </ul>
  )
}
