'use client'
import { useBoard, useBoardVersion, useMay } from '../state/board-context.tsx'

/** Written on the paper as long as no note is on it. */
export function EmptyHint() {
  const { model } = useBoard()
  useBoardVersion()
  const may = useMay('note.add', { own: true, locked: false })
  if (model.notes.size > 0) return null
  return (
    <div className="-translate-x-1/2 -translate-y-1/2 -rotate-1 pointer-events-none absolute top-1/2 left-1/2 w-max max-w-[80%] text-center font-note text-lg text-wall-ink/80">
      {may.ok ? (
        <>
          <p className="text-xl">Begin with the customer.</p>
          <p className="hidden pointer-fine:block">
            Double-click the paper for a note, or press N. Drag from a note’s edge to the next step.
          </p>
          <p className="pointer-fine:hidden">Tap Note below, then the paper. What does the customer do first?</p>
        </>
      ) : (
        <p className="text-xl">The wall is still empty.</p>
      )}
    </div>
  )
}
