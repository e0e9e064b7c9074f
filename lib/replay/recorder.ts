import * as Y from 'yjs'
import { type RootName, rootNames, rootOf } from '../board/schema.ts'
import { presence, type Row } from './rows.ts'

/** The part of a logged update that the recorder reads. */
export interface Logged {
  seq: number
  at: number
  actor: string | null
  update: Uint8Array
}

export interface RecorderOptions {
  /** The document after the last recorded entry, for continuing. */
  state?: Uint8Array
  /**
   * Returns the author of an entity by the client that made it: undefined while the client is unknown (then the
   * update's person counts), null for the server. A note that the server added for nobody has no author in the replay.
   */
  makerOf?: (client: number) => string | null | undefined
}

/**
 * Derives rows while updates are applied to a document: `apply` for each log entry, in order. Its cost depends on what
 * the update touches. The document must not be changed in any other way.
 */
export class RowRecorder {
  readonly doc = new Y.Doc({ gc: true })
  readonly #makerOf: (client: number) => string | null | undefined
  #rows: Row[] = []
  #now: Pick<Row, 'seq' | 'at' | 'actor'> = { seq: 0, at: 0, actor: null }

  constructor({ state, makerOf = () => undefined }: RecorderOptions = {}) {
    this.#makerOf = makerOf
    for (const root of rootNames) rootOf(this.doc, root)
    if (state) Y.applyUpdate(this.doc, state)
    for (const root of rootNames)
      rootOf(this.doc, root).observeDeep(events => {
        for (const event of events) this.#read(root, event)
      })
  }

  /** Applies one logged update and returns its rows. */
  apply({ seq, at, actor, update }: Logged): Row[] {
    this.#rows = []
    this.#now = { seq, at, actor }
    Y.applyUpdate(this.doc, update)
    return this.#rows
  }

  #read(root: RootName, event: Y.YEvent<Y.AbstractType<unknown>>): void {
    const [id, key] = event.path
    if (id === undefined) {
      for (const entity of (event as Y.YMapEvent<unknown>).keysChanged) this.#entity(root, entity)
    } else if (key === undefined) {
      for (const field of (event as Y.YMapEvent<unknown>).keysChanged) this.#field(root, String(id), field)
    } else this.#field(root, String(id), String(key))
  }

  #entity(root: RootName, id: string): void {
    const entity = rootOf(this.doc, root).get(id)
    if (!(entity instanceof Y.Map)) {
      this.#row(root, id, presence, undefined)
      return
    }
    const client = entity._item?.id.client
    const maker = client === undefined ? undefined : this.#makerOf(client)
    this.#rows.push({
      ...this.#now,
      ...(maker === undefined ? {} : { actor: maker }),
      root,
      id,
      key: presence,
      value: true,
    })
    for (const key of entity.keys()) this.#field(root, id, key)
  }

  #field(root: RootName, id: string, key: string): void {
    const value = rootOf(this.doc, root).get(id)?.get(key)
    this.#row(root, id, key, value instanceof Y.Text ? value.toString() : value)
  }

  #row(root: RootName, id: string, key: string, value: unknown): void {
    this.#rows.push({ ...this.#now, root, id, key, value })
  }
}
