'use client'
import { useEffect, useState } from 'react'
import { keepsUnsent } from '#components/collab/unsent.ts'
import { isMissingCode, serverIsThere, takeTurn } from './missing-code.ts'

const says = {
  coming: {
    title: 'There is a newer version',
    lead: 'This tab is from before an update. It fetches the new version by itself.',
  },
  unsent: {
    title: 'There is a newer version',
    lead: 'This tab is from before an update. Changes of a board are not sent yet: they are kept in this browser, and sent when the board is open again.',
  },
  still: {
    title: 'A part of this page is missing',
    lead: 'This tab was fetched anew a moment ago, and it did not help. What was saved is safe. Try again in a while; if it stays, tell whoever runs this server.',
  },
} as const

/** ms in which a board that failed stores its unsent changes. */
const settling = 300

/**
 * For an error page: when the tab is older than the server, reloads it as soon as the server responds, once, and never
 * over unsent work. Returns null for any other failure.
 */
export function useNewerVersion(error: Error): (typeof says)[keyof typeof says] | null {
  const [state, setState] = useState<keyof typeof says>('coming')
  const older = isMissingCode(error)
  useEffect(() => {
    if (!older) return
    const leaving = new AbortController()
    const timer = setTimeout(async () => {
      if (keepsUnsent()) return setState('unsent')
      await serverIsThere(leaving.signal)
      if (leaving.signal.aborted) return
      if (takeTurn(sessionStorage, Date.now())) location.reload()
      else setState('still')
    }, settling)
    return () => {
      clearTimeout(timer)
      leaving.abort()
    }
  }, [older])
  return older ? says[state] : null
}
