import * as Y from 'yjs'
import { entityId } from '../board/fields.ts'
import { fieldOf, schema } from '../board/schema.ts'
import { alien, type Entity, gone, type ItemLocation, onRoot, type ValueTouch } from './item-location.ts'
import type { Budget } from './limits.ts'
import { refuse } from './refusal.ts'
import type { Id, Struct } from './struct.ts'
import { TextOrder } from './text-order.ts'
import type { DocumentView } from './view.ts'

/** Finds out where each struct of an update is located and what it does there, entity by entity. */
export class Resolver {
  readonly #view: DocumentView
  readonly #budget: Budget

  constructor(view: DocumentView, budget: Budget) {
    this.#view = view
    this.#budget = budget
  }

  resolve(struct: Struct): void {
    if (struct.content === 'gc') {
      struct.location = gone
      return
    }
    const location = this.#settle(struct)
    struct.location = location
    switch (location.at) {
      case 'gone':
        struct.inside = gone
        break
      case 'alien':
        refuse('schema.root')
        break
      case 'root':
        this.#addEntity(struct, location.root)
        break
      case 'entity':
        this.#writeField(struct, location.entity)
        break
      case 'text':
        this.#writeText(struct, location)
        break
    }
  }

  /** Returns the location of a struct: that of its neighbours, or its own parent where it has none. */
  #settle(struct: Struct): ItemLocation {
    if (struct.left === null && struct.right === null) return this.#parentOf(struct)
    const left = struct.left && this.#neighbour(struct.left, true)
    const right = struct.right && this.#neighbour(struct.right, false)
    const one = left ?? right
    if (!one) return alien
    // One location is one object: it is found once for each type, and handed on from neighbour to neighbour.
    if (right && (one.key !== null || right.key !== null || one.location !== right.location))
      refuse('structure.neighbours')
    struct.key = one.key
    return one.location
  }

  #parentOf(struct: Struct): ItemLocation {
    const { parent } = struct
    if (parent === null) return alien
    if (typeof parent === 'string') return onRoot.get(parent) ?? refuse('schema.root')
    const fresh = this.#view.fresh(parent)
    if (fresh) return fresh.inside ?? refuse('structure.parent')
    const item = this.#view.stored(parent)
    if (!(item instanceof Y.Item) || item.content instanceof Y.ContentDeleted) return gone
    if (!(item.content instanceof Y.ContentType)) return refuse('structure.parent')
    return this.#view.inside(item.content.type)
  }

  /** Counts the cost of splitting a struct whose middle is a neighbour. */
  #neighbour(id: Id, isLeft: boolean): { location: ItemLocation; key: string | null } {
    const fresh = this.#view.fresh(id)
    if (fresh) return { location: fresh.location ?? alien, key: fresh.key }
    const stored = this.#view.stored(id)
    if (!(stored instanceof Y.Item)) return { location: gone, key: null }
    const cut = isLeft ? id.clock !== stored.id.clock + stored.length - 1 : id.clock !== stored.id.clock
    if (cut) this.#budget.spend(cutCost(this.#view, id.client))
    const location = this.#view.locationOf(stored)
    return { location, key: location.at === 'gone' ? null : stored.parentSub }
  }

  #addEntity(struct: Struct, root: keyof typeof schema): void {
    const id = struct.key
    if (id === null) refuse('structure.list', root)
    if (schema[root].add === 'server') refuse('schema.server', `${root}/${id}`)
    if (this.#view.entity(root, id)) refuse('schema.replace', `${root}/${id}`)
    if (!entityId.safeParse(id).success) refuse('schema.id', root)
    if (struct.content !== 'map') refuse('schema.entity', `${root}/${id}`)
    struct.inside = { at: 'entity', entity: this.#view.make(root, id, struct) }
  }

  #writeField(struct: Struct, entity: Entity): void {
    const key = struct.key
    if (key === null) refuse('structure.list', entity.path)
    const field = fieldOf(entity.root, key)
    if (!field) refuse('schema.field', entity.pathOf(key))
    if (field.ability === 'server') refuse('schema.server', entity.pathOf(key))
    if (field.type === 'text') {
      if (struct.content !== 'text' || entity.made === null || entity.texts.has(key))
        refuse('schema.text', entity.pathOf(key))
      struct.inside = { at: 'text', entity, field: key, text: entity.touchText(key, null) }
      return
    }
    const touch = entity.touchValue(key)
    if (struct.content === 'any') {
      // One write is one value; of a list only the last would be read, but all would cost.
      if (struct.length > 1) refuse('schema.value', entity.pathOf(key))
      for (const value of struct.values) {
        if (!field.accepts.safeParse(value).success) refuse('schema.value', entity.pathOf(key))
        touch.written.push(value)
      }
    } else if (struct.content === 'deleted') touch.taken.push(`${struct.client}:${struct.end - 1}`)
    else refuse('schema.value', entity.pathOf(key))
    this.#countChain(struct, entity.field(key) ?? null, touch)
    touch.structs.push(struct)
  }

  /** Counts what Yjs may have to pass in the chain of a key's values: nothing when the struct follows the newest. */
  #countChain(struct: Struct, newest: Y.Item | null, touch: ValueTouch): void {
    const { left } = struct
    const fresh = left && this.#view.fresh(left)
    if (fresh) struct.cost = fresh.cost + (fresh === touch.structs.at(-1) ? 0 : touch.structs.length)
    else struct.cost = touch.structs.length + this.#passed(left, newest)
    this.#budget.spend(struct.cost)
  }

  /** Returns the number of values on the server after `left`, or of all, newest first. */
  #passed(left: Id | null, newest: Y.Item | null): number {
    const followed = left && this.#view.stored(left)
    let steps = 0
    let item = followed instanceof Y.Item ? followed.right : newest
    for (; item !== null; item = followed ? item.right : item.left) {
      this.#budget.spend(1)
      steps += 1
    }
    return steps
  }

  #writeText(struct: Struct, { entity, field, text }: ItemLocation & { at: 'text' }): void {
    if (struct.key !== null) refuse('structure.parent', entity.pathOf(field))
    if (struct.content === 'string') text.inserted += struct.length
    else if (struct.content !== 'deleted') refuse('schema.text', entity.pathOf(field))
    text.order ??= new TextOrder(this.#view, this.#budget, text.type)
    if (!text.order.add(struct)) refuse('structure.neighbours', entity.pathOf(field))
  }
}

/** Returns the steps for splitting a struct: the rest of its client's structs move up in memory. */
export const cutCost = (view: DocumentView, client: number): number =>
  1 + ((view.doc.store.clients.get(client)?.length ?? 0) >> 8)
