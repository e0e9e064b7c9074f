import type { Collab } from '#components/collab/collab.ts'
import { readBoard } from '#lib/board/model.ts'
import { readRound, written } from '#lib/facilitation/drafts.ts'
import { isNoteKind, type NoteKindId } from '#lib/notes/kinds/index.ts'

/**
 * A private note that the server did not accept: its round was over, or the wall was frozen, before it reached the
 * server.
 */
export interface LateNote {
  kind: NoteKindId
  text: string
  /** The round in which it was written. */
  round: string
}

/** Whether another round accepts the note: the same item, and the same promise about names. */
export function takes(round: string, late: LateNote): boolean {
  const [now, then] = [readRound(round), readRound(late.round)]
  return now !== null && then !== null && now.item === then.item && now.anonymous === then.anonymous
}

/** ms in which changes sent before everybody moved on may still be accepted. */
const patience = 4_000

/**
 * Watches the document of a round for notes that the server does not accept, and passes them to `onLate`. Returns the
 * function that ends it: it waits for pending changes, passes on the rest, and closes the document.
 */
export function watchLate(collab: Collab, round: string, onLate: (notes: readonly LateNote[]) => void): () => void {
  const tell = (notes: readonly LateNote[]) => {
    if (notes.length > 0) onLate(notes)
  }
  const giveUp = () => {
    tell(waitingNotes(collab, round))
    void collab.forget()
  }
  const refused = () => {
    const items = collab.unsaved.get().flatMap(batch => batch.items)
    if (items.length === 0) return
    collab.unsaved.settleAll()
    tell(
      items.flatMap(({ root, fields: { kind, text } }) =>
        root === 'notes' && typeof text === 'string' && text.trim() !== ''
          ? [{ kind: isNoteKind(kind) ? kind : 'plain', text, round }]
          : [],
      ),
    )
  }
  const isOver = () => collab.status.get().link === 'over'
  const stops = [
    collab.status.subscribe(() => {
      if (isOver()) giveUp()
    }),
    collab.unsaved.subscribe(refused),
  ]
  refused()
  return () => {
    const end = performance.now() + patience
    const close = () => {
      if (collab.waiting.length > 0 && !isOver()) {
        if (performance.now() < end) {
          setTimeout(close, 100)
          return
        }
        giveUp()
      }
      for (const stop of stops) stop()
      collab.destroy()
    }
    close()
  }
}

function waitingNotes(collab: Collab, round: string): LateNote[] {
  const doc = collab.session.get()?.doc
  if (!doc) return []
  const waiting = new Set(collab.waiting)
  return written(readBoard(doc)).flatMap(({ id, kind, text }) => (waiting.has(id) ? [{ kind, text, round }] : []))
}
