'use client'
import { createContext, useContext, useMemo } from 'react'
import { useStore, useStorePart } from '#components/ui/store.ts'
import type { Collab } from './collab.ts'
import type { Presence } from './presence.ts'
import type { Roster } from './roster.ts'
import type { Status } from './status.ts'

export const CollabContext = createContext<Collab | null>(null)
export const PresenceContext = createContext<Presence | null>(null)

/** Returns the connection of this page; throws outside its provider. */
export function useCollab(): Collab {
  const collab = useContext(CollabContext)
  if (!collab) throw new Error('No connection around this component.')
  return collab
}

export function usePresence(): Presence {
  const presence = useContext(PresenceContext)
  if (!presence) throw new Error('No presence around this component.')
  return presence
}

export const useStatus = (): Status => useStore(useCollab().status)
export const useRoster = (): Roster => useStore(useCollab().roster)

/** Returns the people who are away; re-renders when that changes, not with every pointer move. */
export function useAway(): ReadonlySet<string> {
  const ids = useStorePart(usePresence().others, others =>
    others
      .filter(other => other.state.away)
      .map(other => other.person.id)
      .sort()
      .join(' '),
  )
  return useMemo(() => new Set(ids.split(' ')), [ids])
}
