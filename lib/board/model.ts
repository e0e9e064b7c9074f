import type * as Y from 'yjs'
import { rootNames, rootOf } from './schema.ts'
import type { BoardSnapshot } from './snapshot.ts'
import { BoardTables } from './tables.ts'

/** A snapshot of a document that follows its changes. */
export class BoardModel extends BoardTables {
  readonly doc: Y.Doc
  readonly #unobserve: (() => void)[] = []

  constructor(doc: Y.Doc) {
    super()
    this.doc = doc
    for (const name of rootNames) {
      const root = rootOf(doc, name)
      const stored = (id: string) => root.get(id)
      this.fill(name, root.keys(), stored)
      const observer = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction) => {
        const ids = new Set<string>()
        for (const event of events) {
          if (event.path.length === 0) for (const id of (event as Y.YMapEvent<unknown>).keysChanged) ids.add(id)
          else ids.add(String(event.path[0]))
        }
        this.change(new Map([[name, ids]]), (_, id) => stored(id), {
          local: transaction.local,
          origin: transaction.origin,
        })
      }
      root.observeDeep(observer)
      this.#unobserve.push(() => root.unobserveDeep(observer))
    }
  }

  destroy(): void {
    for (const stop of this.#unobserve) stop()
    this.forget()
  }
}

/** Reads a whole document once. */
export function readBoard(doc: Y.Doc): BoardSnapshot {
  const model = new BoardModel(doc)
  model.destroy()
  return model
}
