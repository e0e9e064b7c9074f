'use client'
import { CloudOff } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useCollab, useStatus } from '#components/collab/collab-context.tsx'
import { forgetPage, forgetShell, keepShell } from '#components/collab/offline-shell.ts'

/** Keeps this page for a time without the server, for as long as its person may see the board. */
export function KeepShell() {
  const { link } = useStatus()
  const { boardId, identity } = useCollab()
  const { personId } = identity
  useEffect(() => {
    // A browser that keeps nothing opens nothing without the server, and does everything else.
    const ignored = () => {}
    if (link === 'live') keepShell(personId, boardId).catch(ignored)
    else if (link === 'signed-out') forgetShell().catch(ignored)
    else if (link === 'removed' || link === 'not-found') forgetPage(boardId).catch(ignored)
  }, [link, personId, boardId])
  return null
}

/** Says that the page was opened without the server. */
export function WithoutServer() {
  const { link } = useStatus()
  const wasLive = useRef(false)
  if (link === 'live') wasLive.current = true
  if (link !== 'offline' || wasLive.current) return null
  return (
    <p
      role="status"
      className="-translate-x-1/2 absolute bottom-3 left-1/2 z-10 flex w-max max-w-[min(32rem,80%)] items-center gap-2 rounded-note bg-tape px-4 py-1.5 text-sm text-wall-ink shadow-note"
    >
      <CloudOff aria-hidden className="size-4 shrink-0" />
      The server cannot be reached. This is the board as this browser kept it; what you write is sent later.
    </p>
  )
}
