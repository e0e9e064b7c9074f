import { inOrder, layoutLanes, placeNote } from './layout.ts'
import {
  type LaneRecord,
  type NoteRecord,
  type ReadResult,
  readComment,
  readGroup,
  readLane,
  readLink,
  readNote,
  readOutcome,
  readView,
} from './read.ts'
import type { RootName } from './schema.ts'
import type { BoardSnapshot, Comment, Group, Lane, Link, Note, Outcome, View } from './snapshot.ts'

/** Ids of changed entities, by root. When lanes change position, their notes count as changed too. */
export type Changes = ReadonlyMap<RootName, ReadonlySet<string>>
export interface ChangeEvent {
  changes: Changes
  /** Whether this tab made the change. */
  local: boolean
  origin: unknown
}

/**
 * A BoardSnapshot that is updated entity by entity, from the document (BoardModel) or from a replay. An update costs as
 * much as it changes, not the size of the board; only a moved lane repositions its notes.
 */
export class BoardTables implements BoardSnapshot {
  readonly notes = new Map<string, Note>()
  readonly links = new Map<string, Link>()
  lanes: readonly Lane[] = []
  readonly groups = new Map<string, Group>()
  views: readonly View[] = []
  outcomes: readonly Outcome[] = []
  readonly comments = new Map<string, Comment>()
  stage: Readonly<Record<string, unknown>> = {}
  /** Increases with every change: a cheap dependency for anything computed from the whole board. */
  version = 0

  readonly #records = new Map<string, NoteRecord>()
  readonly #laneRecords = new Map<string, LaneRecord>()
  readonly #viewRecords = new Map<string, View>()
  readonly #outcomeRecords = new Map<string, Outcome>()
  readonly #damaged = new Set<string>()
  readonly #listeners = new Set<(event: ChangeEvent) => void>()
  readonly #watchers = new Map<string, Set<() => void>>()

  get damaged(): number {
    return this.#damaged.size
  }

  /**
   * Calls the listener after each transaction with the roots that changed. Returns the function that unsubscribes it.
   */
  subscribe(listener: (event: ChangeEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Calls the watcher when this one entity changes, so that one moved note re-renders one card. */
  watch(root: RootName, id: string, watcher: () => void): () => void {
    const key = `${root}/${id}`
    const set = this.#watchers.get(key) ?? new Set()
    this.#watchers.set(key, set.add(watcher))
    return () => {
      set.delete(watcher)
      if (set.size === 0) this.#watchers.delete(key)
    }
  }

  protected forget(): void {
    this.#listeners.clear()
    this.#watchers.clear()
  }

  /** Reads entities again from `stored` (undefined: deleted) and notifies the listeners once. */
  protected change(
    changed: Changes,
    stored: (root: RootName, id: string) => unknown,
    event: Omit<ChangeEvent, 'changes'>,
  ): void {
    const changes = new Map(changed)
    // Lanes first: the notes' positions depend on them.
    const roots = [...changed].sort(([a], [b]) => Number(b === 'lanes') - Number(a === 'lanes'))
    for (const [root, ids] of roots) {
      const moved = this.fill(root, ids, id => stored(root, id))
      if (moved.size) changes.set('notes', new Set([...moved, ...(changes.get('notes') ?? [])]))
    }
    this.version += 1
    for (const [root, changed] of changes)
      for (const id of changed) for (const watcher of this.#watchers.get(`${root}/${id}`) ?? []) watcher()
    for (const listener of this.#listeners) listener({ ...event, changes })
  }

  /** Reads entities of one root without notifying; returns the notes that moved because their lane did. */
  protected fill(name: RootName, ids: Iterable<string>, stored: (id: string) => unknown): Set<string> {
    const moved = new Set<string>()
    let count = 0
    for (const id of ids) {
      this.#readOne(name, id, stored(id))
      count += 1
    }
    if (count === 0) return moved
    if (name === 'views') this.views = inOrder(this.#viewRecords.values())
    if (name === 'outcome') this.outcomes = inOrder(this.#outcomeRecords.values())
    if (name === 'lanes') {
      this.lanes = layoutLanes(this.#laneRecords.values())
      for (const [id, record] of this.#records) {
        const before = this.notes.get(id)
        const after = placeNote(record, this.lanes)
        if (before && before.y === after.y && before.lane === after.lane) continue
        this.notes.set(id, after)
        moved.add(id)
      }
    }
    return moved
  }

  #readOne(name: RootName, id: string, stored: unknown): void {
    switch (name) {
      case 'notes': {
        const record = this.#keep(this.#records, name, id, stored, readNote)
        if (record) this.notes.set(id, placeNote(record, this.lanes))
        else this.notes.delete(id)
        return
      }
      case 'links':
        this.#keep(this.links, name, id, stored, readLink)
        return
      case 'lanes':
        this.#keep(this.#laneRecords, name, id, stored, readLane)
        return
      case 'groups':
        this.#keep(this.groups, name, id, stored, readGroup)
        return
      case 'views':
        this.#keep(this.#viewRecords, name, id, stored, readView)
        return
      case 'outcome':
        this.#keep(this.#outcomeRecords, name, id, stored, readOutcome)
        return
      case 'comments':
        this.#keep(this.comments, name, id, stored, readComment)
        return
      case 'stage':
        if (id === 'now') this.stage = readStage(stored)
        return
    }
  }

  #keep<T>(
    into: Map<string, T>,
    name: RootName,
    id: string,
    stored: unknown,
    read: (id: string, stored: unknown) => ReadResult<T>,
  ): T | null {
    const result = stored === undefined ? null : read(id, stored)
    if (result === 'damaged') this.#damaged.add(`${name}/${id}`)
    else if (this.#damaged.size > 0) this.#damaged.delete(`${name}/${id}`)
    if (result === null || result === 'damaged') {
      into.delete(id)
      return null
    }
    into.set(id, result)
    return result
  }
}

/** Returns the stage's fields; shared maps and plain records both have toJSON. */
function readStage(stored: unknown): Record<string, unknown> {
  return typeof stored === 'object' && stored !== null && 'toJSON' in stored && typeof stored.toJSON === 'function'
    ? (stored.toJSON() as Record<string, unknown>)
    : {}
}
