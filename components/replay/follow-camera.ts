import { useEffect } from 'react'
import type { Note } from '#lib/board/snapshot.ts'
import { personColour } from '#lib/people/colour.ts'
import type { ReplayEvent } from './protocol.ts'
import { actorName, type Replay, useReplay } from './replay-context.ts'

/** ms between two moves of the camera: it should follow, not flutter. */
const patience = 500
/** px on screen that what happens keeps from the edge. */
const margin = 90

/** Keeps the present event visible while following is on, and rings it in the person's colour. */
export function useFollowing(): void {
  const replay = useReplay()
  useEffect(() => {
    let last = 0
    const { board, recording, looking } = replay
    const show = () => {
      const { event } = recording.shown.get()
      const note = event && noteOf(replay, event)
      board.companions.set('replay', event && note ? new Map([[note.id, [ring(replay, event)]]]) : new Map())
      const now = performance.now()
      if (!note || !looking.get().follow || now - last < patience) return
      last = now
      board.viewport.reveal(note, margin)
    }
    show()
    const stop = recording.shown.subscribe(show)
    return () => {
      stop()
      board.companions.set('replay', new Map())
    }
  }, [replay])
}

/** Returns the note of an event, or of the link's or comment's note. */
function noteOf({ board: { model } }: Replay, { root, id }: ReplayEvent): Note | undefined {
  if (root === 'notes') return model.notes.get(id)
  if (root === 'links') return model.notes.get(model.links.get(id)?.to ?? '')
  return root === 'comments' ? model.notes.get(model.comments.get(id)?.on ?? '') : undefined
}

const ring = ({ facts }: Replay, { actor, at }: ReplayEvent) => ({
  personId: actor ?? '',
  name: actorName(facts, actor, at),
  colour: personColour(actor ?? ''),
  editing: false,
})
