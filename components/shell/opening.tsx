'use client'
import { useStatus } from '#components/collab/collab-context.tsx'
import { LoadingWall } from '#components/ui/loading-wall.tsx'

/** Nothing to show yet: on its way, or out of reach because this browser has no copy of the board. */
export function Opening() {
  const status = useStatus()
  if (status.link !== 'offline') return <LoadingWall says={status.trouble?.message ?? 'Fetching the board'} />
  return (
    <main className="kraft fixed inset-0 grid place-items-center p-4">
      <div role="status" className="max-w-sm rounded-note bg-paper-0 p-6 text-ink-900 shadow-note">
        <h1 className="mb-2 text-lg">The board cannot be reached</h1>
        <p className="text-ink-700">
          This browser has no copy of it yet. It opens by itself as soon as the connection is back.
        </p>
      </div>
    </main>
  )
}
