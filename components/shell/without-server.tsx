'use client'
import { useEffect } from 'react'
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
