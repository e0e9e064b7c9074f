import { useEffect } from 'react'
import { ValueStore } from '#components/ui/store.ts'

/** Number of places that show the points of failure now: while there is one, the wall shows what is proposed, too. */
export const pointsAsked = new ValueStore(0)

/** Shows on the wall what is proposed for as long as the component is there. */
export function useAskForPoints(): void {
  useEffect(() => {
    pointsAsked.set(pointsAsked.get() + 1)
    return () => pointsAsked.set(pointsAsked.get() - 1)
  }, [])
}
