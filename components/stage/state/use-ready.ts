'use client'
import { useRoster } from '#components/collab/collab-context.tsx'
import { useStage } from './use-stage.ts'

/** Whether this person is ready, and how many people who contribute are here. */
export function useReady(): { isReady: boolean; here: number } {
  const { you, people } = useRoster()
  const { ready } = useStage()
  const here = [...people.values()].filter(person => person.here && person.role === 'contributor').length
  return { isReady: ready.includes(you?.personId ?? ''), here }
}
