'use client'
import { createContext, useContext } from 'react'
import { useStore } from '#components/board/state/store.ts'
import type { Collab } from './collab.ts'
import type { Other, Presence } from './presence.ts'
import type { Roster } from './roster.ts'
import type { Status } from './status.ts'

export const CollabContext = createContext<Collab | null>(null)
export const PresenceContext = createContext<Presence | null>(null)

/** The connection of this page; components outside it are a mistake. */
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
/** Everybody else with a tab open, as they show themselves; re-renders with every move of theirs. */
export const useOthers = (): readonly Other[] => useStore(usePresence().others)
