import * as Y from 'yjs'
import { rootOf } from '#lib/board/schema.ts'
import type { AgendaItem } from '#lib/facilitation/define.ts'
import { enterActivity, readStage, type Stage } from '#lib/facilitation/stage.ts'

/** Sets fields of the stage within a server transaction; writes only what differs, so that the history stays small. */
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

/** Reads the stage of a document. */
export const stageOf = (doc: Y.Doc): Stage => readStage(rootOf(doc, 'stage').get('now')?.toJSON() ?? {})

/**
 * A stage with nothing running. It keeps what must survive: which private notes have been revealed, and the results of
 * votes.
 */
const quiet = (doc: Y.Doc): Stage => {
  const { rounds, votes } = stageOf(doc)
  return { ...readStage({}), rounds, votes }
}

/** Sets the stage for a new session at `now`, ms since 1970: the first activity, no hands raised. */
export function beginStage(doc: Y.Doc, sessionId: string, agenda: readonly AgendaItem[], now: number): void {
  setStage(doc, { ...quiet(doc), sessionId, agenda: [...agenda], ...enterActivity(agenda[0] ?? null, now) })
}

/** Clears the stage after a session: its agenda is kept with the session, the results of votes stay. */
export const leaveStage = (doc: Y.Doc): void => setStage(doc, { ...quiet(doc), vote: stageOf(doc).vote })

/** Lowers the hand of a removed person and clears their "ready" sign. */
export function withoutSigns(doc: Y.Doc, personId: string): void {
  const { hands, ready } = stageOf(doc)
  setStage(doc, { hands: hands.filter(id => id !== personId), ready: ready.filter(id => id !== personId) })
}
