import { useEffect } from 'react'
import type { Announcer } from '#components/workspace/announcer.tsx'
import { clockTime, sentence, useReplay } from './replay-context.ts'

/** ms between two sentences while it plays. */
const pace = 5_000

/** Announces events to people who do not see the wall: at every step, and now and then while it plays. */
export function useTelling(announcer: Announcer): void {
  const { recording, playback, facts } = useReplay()
  useEffect(() => {
    let last = 0
    return recording.shown.subscribe(() => {
      const { event } = recording.shown.get()
      const now = performance.now()
      if (playback.get().playing && now - last < pace) return
      last = now
      announcer.say(event ? `${clockTime(event.at)}: ${sentence(facts, event)}.` : 'Before anything happened.')
    })
  }, [recording, playback, facts, announcer])
}
