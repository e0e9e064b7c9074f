'use client'
import { Stamp } from 'lucide-react'
import { useRoster } from '#components/collab/collab-context.tsx'

/** The stamp on a finished board. */
export function Sealed() {
  if (!useRoster().board?.finished) return null
  return (
    <p
      title="This board is finished: nothing on it can be changed."
      className="-rotate-6 pointer-events-none absolute top-16 right-20 z-10 flex items-center gap-2 rounded-md border-4 border-danger/70 border-double px-4 py-1 font-title text-danger/90 text-lg uppercase tracking-widest max-sm:top-24 max-sm:right-4"
    >
      <Stamp aria-hidden />
      Sealed
    </p>
  )
}
