import type * as Y from 'yjs'
import { ValueStore } from '#components/ui/store.ts'
import type { Role, WorkspaceRole } from '#lib/access/actor.ts'
import type { Phase } from '#lib/access/phase.ts'
import { type Ability, type Answer, can, type EntityFacts, policy, roleFor } from '#lib/access/policy.ts'
import type { Writer } from '#lib/board/commands/writer.ts'
import type { Made } from '#lib/board/snapshot.ts'
import type { BoardTables } from '#lib/board/tables.ts'
import type { BoardUndo } from '#lib/board/undo.ts'
import type { Point } from '#lib/geometry/box.ts'
import type { NoteKindId } from '#lib/notes/kinds/index.ts'
import { type Companion, Decorations, type Mark } from './decorations.ts'
import { Fading } from './fading.ts'
import { type GestureView, noGesture } from './gesture.ts'
import { LinkIndex } from './link-index.ts'
import { Previews } from './previews.ts'
import { SelectionStore } from './selection.ts'
import { SpatialIndex } from './spatial-index.ts'
import { VersionView } from './version-view.ts'
import { Viewport } from './viewport.ts'

/** Who this person counts as now; every `may` follows from it. */
export interface BoardAccess {
  role: Role
  /** Who they are in the board's workspace. */
  member: WorkspaceRole | null
  phase: Phase
}

export type ToolChoice =
  | { id: 'select' }
  | { id: 'hand' }
  | { id: 'note'; kind: NoteKindId }
  | { id: 'link' }
  | { id: 'lane' }

/** The text that is being written now: a note's, a link's label, the name of a lane or a group. */
interface Editing {
  root: 'notes' | 'links' | 'lanes' | 'groups'
  id: string
  /** Whether the caret goes behind the text or the text is selected. */
  start: 'end' | 'all'
}

/** A link being led by keys: one end holds, the other is chosen among the notes. */
interface Linking {
  /** The note at the end that holds. */
  holds: string
  /** The link whose end is led elsewhere; none: a new one, from the note that holds. */
  link?: { id: string; moves: 'from' | 'to' }
}

/** What the wall needs from whoever makes the document: the live connection, a test, a replay. */
export interface BoardSource {
  boardId: string
  doc: Y.Doc
  model: BoardTables
  writer: Writer
  undo: BoardUndo
  access: BoardAccess
  /** The name of the person who made an entity; empty while unknown or anonymous. */
  authorName: (made: Made) => string
  /** Whether this person made it, by the lease of the creating client. */
  isOwn: (made: Made) => boolean
  /** Says something to people who do not see the wall. */
  announce?: (sentence: string) => void
  /** Says something in passing to everybody in this tab: why something cannot be done now. */
  tell?: (sentence: string) => void
}

/** One board in one tab: the document's reading and everything about it that only this tab knows. */
export interface BoardState {
  readonly boardId: string
  readonly doc: Y.Doc
  readonly model: BoardTables
  readonly writer: Writer
  readonly undo: BoardUndo
  readonly viewport: Viewport
  readonly index: SpatialIndex
  readonly links: LinkIndex
  readonly selection: SelectionStore
  readonly tool: ValueStore<ToolChoice>
  readonly editing: ValueStore<Editing | null>
  /** The note where the keys are, selected or not: arrows walk on from it. */
  readonly current: ValueStore<string | null>
  readonly linking: ValueStore<Linking | null>
  /** Where the pointer is over the wall, board px; null: elsewhere. What is pasted lands there. */
  readonly pointer: ValueStore<Point | null>
  readonly previews: Previews
  /** What a gesture in progress draws over the wall. */
  readonly gesture: ValueStore<GestureView>
  /** The note under the pointer. */
  readonly hover: ValueStore<string | null>
  /** Whether the board is looked at as it is or as it will be, and what becomes of each note; fed by the method. */
  readonly seen: VersionView
  /** Others at a note (selecting or editing it), fed by presence. */
  readonly companions: Decorations<Companion>
  /** Stamps on notes and links, fed by the method and by votes. */
  readonly marks: Decorations<Mark>
  /** What a filter leaves out. */
  readonly fading: Fading
  /** Whether what the wall shows is drawn; false while parts of it wait for their frame. Fed by the picture from afar. */
  readonly drawn: ValueStore<boolean>
  readonly access: ValueStore<BoardAccess>
  may(ability: Ability, entity?: EntityFacts): Answer
  authorName(made: Made): string
  isOwn(made: Made): boolean
  announce(sentence: string): void
  tell(sentence: string): void
  destroy(): void
}

export function createBoardState(source: BoardSource): BoardState {
  const { model } = source
  const access = new ValueStore(source.access)
  const selection = new SelectionStore()
  const editing = new ValueStore<Editing | null>(null)
  const current = new ValueStore<string | null>(null)
  const linking = new ValueStore<Linking | null>(null)
  const index = new SpatialIndex(model)
  const links = new LinkIndex(model, index)
  const seen = new VersionView()
  // What is put up while looking at the to-be belongs to it alone.
  const writer: Writer = { ...source.writer }
  const stopSeen = seen.subscribe(() => {
    writer.version = seen.get() >= 1 ? 'to-be' : undefined
  })
  const stop = model.subscribe(() => {
    const exists = {
      note: (id: string) => model.notes.has(id),
      link: (id: string) => model.links.has(id),
      lane: (id: string) => model.lanes.some(lane => lane.id === id),
    }
    selection.keepOnly(exists)
    const now = editing.get()
    const group = (id: string) => model.groups.has(id)
    const still = { notes: exists.note, links: exists.link, lanes: exists.lane, groups: group }
    if (now && !still[now.root](now.id)) editing.set(null)
    const at = current.get()
    if (at !== null && !exists.note(at)) current.set(null)
    const led = linking.get()
    if (led && !(exists.note(led.holds) && (!led.link || exists.link(led.link.id)))) linking.set(null)
  })
  const stopSelection = selection.subscribe(() => {
    const { notes } = selection.get()
    const [only] = notes
    if (only !== undefined && notes.size === 1) current.set(only)
  })
  return {
    boardId: source.boardId,
    doc: source.doc,
    model,
    writer,
    undo: source.undo,
    viewport: new Viewport(),
    index,
    links,
    selection,
    tool: new ValueStore<ToolChoice>({ id: 'select' }),
    editing,
    current,
    linking,
    pointer: new ValueStore<Point | null>(null),
    previews: new Previews(),
    gesture: new ValueStore<GestureView>(noGesture),
    hover: new ValueStore<string | null>(null),
    seen,
    companions: new Decorations<Companion>(),
    marks: new Decorations<Mark>(),
    fading: new Fading(),
    drawn: new ValueStore(true),
    access,
    may: (ability, entity) => can(ability, roleIn(ability, access.get()), access.get().phase, entity),
    authorName: source.authorName,
    isOwn: source.isOwn,
    announce: source.announce ?? (() => undefined),
    tell: source.tell ?? source.announce ?? (() => undefined),
    destroy: () => {
      stop()
      stopSeen()
      stopSelection()
      links.destroy()
      index.destroy()
    },
  }
}

/** The facts about a note or link that the policy asks for. */
export const factsOf = (
  board: Pick<BoardState, 'isOwn'>,
  entity: { made: Made; locked?: boolean; kind?: string },
): EntityFacts => ({
  own: board.isOwn(entity.made),
  locked: entity.locked ?? false,
  ...(entity.kind === undefined ? {} : { kind: entity.kind }),
})

/** What is the workspace's is asked of who one is there: a seat in a session counts for nothing. */
const roleIn = (ability: Ability, { role, member }: BoardAccess): Role =>
  policy[ability].scope === 'workspace' ? roleFor(ability, { personId: '', member, participant: null }) : role

/** Whether this may be done to every one of the notes; the first refusal otherwise. */
export function mayAll(board: BoardState, ability: Ability, ids: Iterable<string>): Answer {
  for (const id of ids) {
    const note = board.model.notes.get(id)
    const answer = note ? board.may(ability, factsOf(board, note)) : ({ ok: true } as const)
    if (!answer.ok) return answer
  }
  return { ok: true }
}
