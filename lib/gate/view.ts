import * as Y from 'yjs'
import { fieldOf, type RootName } from '../board/schema.ts'
import { alien, Entity, gone, type ItemLocation, rootNameOf } from './item-location.ts'
import type { Block, Id, Struct } from './struct.ts'

/**
 * The document as it will be: the server's store together with the update's structs. Everything is found through ids
 * and parents, never by iterating over the board. Reads only.
 */
export class DocumentView {
  readonly doc: Y.Doc
  readonly blocks: ReadonlyMap<number, Block>
  readonly #locations = new Map<unknown, ItemLocation>()
  readonly #entities: Entity[] = []
  readonly #byId = new Map<RootName, Map<string, Entity>>()
  /** What `fresh` found last: a note's fields look up their note one after the other. */
  #found: Struct | null = null

  constructor(doc: Y.Doc, blocks: readonly Block[]) {
    this.doc = doc
    this.blocks = new Map(blocks.map(block => [block.client, block]))
  }

  /** Returns the next clock of a client on the server. */
  state(client: number): number {
    return Y.getState(this.doc.store, client)
  }

  /** Returns the struct on the server with an existing unit (clock < state). */
  stored(id: Id): Y.Item | Y.GC {
    const structs = this.doc.store.clients.get(id.client) ?? []
    return structs[Y.findIndexSS(structs, id.clock)] as Y.Item | Y.GC
  }

  /** Returns the struct of the update with this unit. */
  fresh(id: Id): Struct | null {
    const found = this.#found
    if (found !== null && found.client === id.client && id.clock >= found.clock && id.clock < found.end) return found
    const structs = this.blocks.get(id.client)?.structs
    if (!structs) return null
    let low = 0
    let high = structs.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const struct = structs[middle]
      if (!struct) return null
      if (id.clock < struct.clock) high = middle - 1
      else if (id.clock >= struct.end) low = middle + 1
      else {
        this.#found = struct
        return struct
      }
    }
    return null
  }

  /** Entities that the update creates or touches. */
  get entities(): readonly Entity[] {
    return this.#entities
  }

  /** Returns an entity of the update or of the server (its item says when it was deleted for good). */
  entity(root: RootName, id: string): Entity | null {
    const known = this.#byId.get(root)?.get(id)
    if (known) return known
    const item = this.doc.share.get(root)?._map.get(id)
    return item ? this.#keep(new Entity(root, id, item)) : null
  }

  make(root: RootName, id: string, struct: Struct): Entity {
    return this.#keep(new Entity(root, id, struct))
  }

  #keep(entity: Entity): Entity {
    this.#entities.push(entity)
    const ofRoot = this.#byId.get(entity.root)
    if (ofRoot) ofRoot.set(entity.id, entity)
    else this.#byId.set(entity.root, new Map([[entity.id, entity]]))
    return entity
  }

  /** Returns the location of the children of a type on the server. */
  inside(type: Y.AbstractType<unknown>): ItemLocation {
    const known = this.#locations.get(type)
    if (known) return known
    const location = this.#inside(type)
    this.#locations.set(type, location)
    return location
  }

  #inside(type: Y.AbstractType<unknown>): ItemLocation {
    const item = type._item
    if (item === null) {
      const root = rootNameOf(this.doc, type)
      return root === null ? alien : { at: 'root', root }
    }
    if (item.deleted) return gone
    const outer = this.inside(item.parent as Y.AbstractType<unknown>)
    const key = item.parentSub
    if (key === null) return alien
    if (outer.at === 'root' && type instanceof Y.Map) {
      const entity = this.entity(outer.root, key)
      return entity ? { at: 'entity', entity } : alien
    }
    if (outer.at === 'entity' && type instanceof Y.Text && fieldOf(outer.entity.root, key)?.type === 'text')
      return { at: 'text', entity: outer.entity, field: key, text: outer.entity.touchText(key, type) }
    return alien
  }

  /** Returns the location of a struct on the server. */
  locationOf(struct: Y.Item | Y.GC): ItemLocation {
    return struct instanceof Y.Item ? this.inside(struct.parent as Y.AbstractType<unknown>) : gone
  }
}
