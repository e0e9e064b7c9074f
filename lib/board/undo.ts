import * as Y from 'yjs'
import { same } from './commands/writer.ts'
import { CommandOrigin, TypingOrigin, UndoOrigin } from './origin.ts'
import { fieldOf, isRootName, type RootName, rootNames, rootOf } from './schema.ts'

interface Write {
  root: RootName
  id: string
  /** null: the entity itself was added. */
  key: string | null
  before: unknown
  after: unknown
}
type Step = { writes: Write[] } | 'typing'

/** Fields about position: changing them loses nobody's work when an added entity is undone. */
const whereItLies: ReadonlySet<string> = new Set(['pos', 'size', 'z', 'group', 'place', 'order', 'height', 'deleted'])

/**
 * Undo and redo of one's own work only. Values are restored only where nobody has written since. An added entity is
 * marked as deleted and never removed, so that ids are not reused and the gate sees plain writes; it stays where others
 * have since written, voted, linked or commented on it. Typing is left to Yjs, which rebases it over others' typing.
 */
export class BoardUndo {
  readonly #doc: Y.Doc
  readonly #undo: Step[] = []
  readonly #redo: Step[] = []
  readonly #typing: Y.UndoManager
  readonly #listeners = new Set<() => void>()
  /** What others wrote while this page was open, as `root/id`. */
  readonly #others = new Set<string>()
  #replaying = false
  #joining = false
  readonly #stop: (() => void)[] = []

  constructor(doc: Y.Doc) {
    this.#doc = doc
    this.#typing = new Y.UndoManager([] as Y.AbstractType<unknown>[], {
      doc,
      trackedOrigins: new Set([TypingOrigin]),
      captureTimeout: 800,
    })
    this.#typing.on('stack-item-added', ({ type }: { type: 'undo' | 'redo' }) => {
      if (type === 'undo' && !this.#replaying) this.#push('typing')
    })
    for (const name of rootNames) {
      const observer = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction) => {
        if (!transaction.local) this.#notice(name, events)
        else if (transaction.origin instanceof CommandOrigin) this.#record(name, events, transaction)
      }
      rootOf(doc, name).observeDeep(observer)
      this.#stop.push(() => rootOf(doc, name).unobserveDeep(observer))
    }
  }

  get canUndo(): boolean {
    return this.#undo.length > 0
  }
  get canRedo(): boolean {
    return this.#redo.length > 0
  }

  /** Calls the listener when what can be undone or redone changes. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Makes typing in this text undoable; editors call it when they bind. */
  includeText(text: Y.Text): void {
    this.#typing.addToScope(text)
  }

  /** Ends the current run of typing, so that the next letter starts a new step. */
  seal(): void {
    this.#typing.stopCapturing()
  }

  /** The step that undo would revert, by identity; null: none. */
  get last(): object | null {
    const last = this.#undo.at(-1)
    return last === undefined || last === 'typing' ? null : last
  }

  /** Makes what the body writes part of the last step: holding an arrow key is one move. */
  join(body: () => void): void {
    this.#joining = true
    try {
      body()
    } finally {
      this.#joining = false
    }
  }

  /** Undoes the last step; `keeps` says that an added entity stayed because others worked on it. */
  undo(): { keeps: boolean } {
    return { keeps: this.#play(this.#undo, this.#redo, 'undo') }
  }
  redo(): void {
    this.#play(this.#redo, this.#undo, 'redo')
  }

  destroy(): void {
    for (const stop of this.#stop) stop()
    this.#typing.destroy()
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }

  #push(step: Step): void {
    this.#undo.push(step)
    if (this.#undo.length > 500) this.#undo.shift()
    this.#redo.length = 0
    this.#tell()
  }

  #lastTransaction: Y.Transaction | null = null
  #record(root: RootName, events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction): void {
    const writes: Write[] = []
    for (const event of events) {
      if (!(event.target instanceof Y.Map)) continue
      const depth = event.path.length
      if (depth > 1) continue
      for (const [key, change] of event.changes.keys) {
        if (depth === 0) {
          if (change.action === 'add') writes.push({ root, id: key, key: null, before: null, after: null })
        } else if (isRootName(root) && fieldOf(root, key)?.type === 'value') {
          writes.push({ root, id: String(event.path[0]), key, before: change.oldValue, after: event.target.get(key) })
        }
      }
    }
    if (writes.length === 0) return
    const last = this.#undo.at(-1)
    if ((this.#joining || this.#lastTransaction === transaction) && last && last !== 'typing')
      last.writes.push(...writes)
    else this.#push({ writes })
    this.#lastTransaction = transaction
  }

  #notice(root: RootName, events: Y.YEvent<Y.AbstractType<unknown>>[]): void {
    for (const event of events) {
      const [id] = event.path
      if (id === undefined) for (const added of event.changes.keys.keys()) this.#others.add(`${root}/${added}`)
      else if (event.path.length > 1 || [...event.changes.keys.keys()].some(key => !whereItLies.has(key)))
        this.#others.add(`${root}/${id}`)
    }
  }

  /** Whether others worked on an added entity: on its fields, or by a link or a comment. */
  #isOthers(root: RootName, id: string): boolean {
    if (this.#others.has(`${root}/${id}`)) return true
    return (['links', 'comments'] as const).some(kind =>
      [...rootOf(this.#doc, kind)].some(([other, entity]) => {
        if (!this.#others.has(`${kind}/${other}`) || entity.get('deleted') === true) return false
        const ends = entity.get('ends')
        return entity.get('on') === id || (Array.isArray(ends) && ends.includes(id))
      }),
    )
  }

  #play(from: Step[], to: Step[], way: 'undo' | 'redo'): boolean {
    const step = from.pop()
    let keeps = false
    if (!step) return keeps
    this.#replaying = true
    try {
      if (step === 'typing') {
        if (way === 'undo') this.#typing.undo()
        else this.#typing.redo()
      } else {
        this.#doc.transact(() => {
          for (const write of way === 'undo' ? step.writes.toReversed() : step.writes)
            if (way === 'undo' && write.key === null && this.#isOthers(write.root, write.id)) keeps = true
            else this.#write(write, way)
        }, new UndoOrigin())
      }
    } finally {
      this.#replaying = false
    }
    to.push(step)
    this.#tell()
    return keeps
  }

  #write({ root, id, key, before, after }: Write, way: 'undo' | 'redo'): void {
    const entity = rootOf(this.#doc, root).get(id)
    if (!entity) return
    if (key === null) {
      entity.set('deleted', way === 'undo')
      return
    }
    const [expected, next] = way === 'undo' ? [after, before] : [before, after]
    if (!same(entity.get(key), expected)) return
    if (next === undefined) entity.delete(key)
    else entity.set(key, next)
  }
}
