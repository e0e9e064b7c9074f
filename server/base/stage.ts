import * as Y from 'yjs'
import { rootOf } from '#lib/board/schema.ts'
import type { AgendaItem } from '#lib/facilitation/define.ts'
import { arriveAt, readStage, type Stage } from '#lib/facilitation/stage.ts'

/** Writes fields of the stage within a transaction of the server; only what differs, so that history stays small. */
export function setStage(doc: Y.Doc, fields: Partial<Stage>): void {
  const root = rootOf(doc, 'stage')
  let now = root.get('now')
  if (!now) {
    now = new Y.Map<unknown>()
    root.set('now', now)
  }
  for (const [key, value] of Object.entries(fields))
    if (JSON.stringify(now.get(key)) !== JSON.stringify(value)) now.set(key, value)
}

/** The stage of a document, as it is. */
export const stageOf = (doc: Y.Doc): Stage => readStage(rootOf(doc, 'stage').get('now')?.toJSON() ?? {})

/** A stage on which nothing happens; it keeps what must not begin anew: which private notes have been revealed, and what votes came to. */
const quiet = (doc: Y.Doc): Stage => {
  const { rounds, votes } = stageOf(doc)
  return { ...readStage({}), rounds, votes }
}

/** Sets the stage for a session that begins: at the first activity, its timer standing, nobody's hand up. */
export function beginStage(doc: Y.Doc, sessionId: string, agenda: readonly AgendaItem[]): void {
  setStage(doc, { ...quiet(doc), sessionId, agenda: [...agenda], ...arriveAt(agenda[0] ?? null) })
}

/** Clears the stage after a session: its agenda is kept with it, a vote's results stay. */
export const leaveStage = (doc: Y.Doc): void => setStage(doc, { ...quiet(doc), vote: stageOf(doc).vote })

/** Takes down what somebody who is out had up: the hand, and that they were ready. */
export function withoutSigns(doc: Y.Doc, personId: string): void {
  const { hands, ready } = stageOf(doc)
  setStage(doc, { hands: hands.filter(id => id !== personId), ready: ready.filter(id => id !== personId) })
}
