import * as Y from 'yjs'
import { rootOf } from '../board/schema.ts'
import type { AgendaItem } from './define.ts'
import { readStage } from './stage.ts'

/** Sets the stage for a session that begins: its agenda, nothing running, nobody's hand up. For the server alone. */
export function beginStage(doc: Y.Doc, sessionId: string, agenda: readonly AgendaItem[]): void {
  const root = rootOf(doc, 'stage')
  const now = root.get('now') ?? root.set('now', new Y.Map())
  for (const [field, value] of Object.entries({ ...readStage({}), sessionId, agenda })) now.set(field, value)
}
