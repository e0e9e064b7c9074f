import type * as Y from 'yjs'
import { ValueStore } from '#components/ui/store.ts'
import type { Role, WorkspaceRole } from '#lib/access/actor.ts'
import type { Phase } from '#lib/access/phase.ts'
import { type Ability, type Answer, can, type EntityFacts, policy, roleFor } from '#lib/access/policy.ts'
import type { Writer } from '#lib/board/commands/writer.ts'
import type { Made } from '#lib/board/snapshot.ts'
import type { BoardTables } from '#lib/board/tables.ts'
import type { BoardUndo } from '#lib/board/undo.ts'
import type { Box, Point } from '#lib/geometry/box.ts'
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

/** This person's role now; every `may` follows from it. */
export interface BoardAccess {
  role: Role
  /** Their role in the board's workspace. */
  member: WorkspaceRole | null
  phase: Phase
}

export type ToolChoice =
  | { id: 'select' }
  | { id: 'hand' }
  | { id: 'note'; kind: NoteKindId }
  | { id: 'link' }
  | { id: 'lane' }

/** The text that is being edited: a note's, a link's label, the name of a lane or a group. */
interface Editing {
  root: 'notes' | 'links' | 'lanes' | 'groups'
  id: string
  /** Whether the caret goes behind the text or the text is selected. */
  start: 'end' | 'all'
  /** Made by going on from the step before: left without a word, it goes again. */
  onTrial?: true
}

/** A link being drawn by keys: one end is fixed, the other is chosen among the notes. */
interface Linking {
  /** The note at the fixed end. */
  holds: string
  /** The link whose end is moved; none: a new link from the note at the fixed end. */
  link?: { id: string; moves: 'from' | 'to' }
}

/** What the wall needs from its owner: the live connection, a test, a replay. */
export interface BoardSource {
  boardId: string
  doc: Y.Doc
  model: BoardTables
  writer: Writer
  undo: BoardUndo
  access: BoardAccess
  /** The name of the person who made an entity; empty while unknown or anonymous. */
  authorName: (made: Made) => string
  /** Whether this person made it, by the creating client id. */
  isOwn: (made: Made) => boolean
  /** Announces a sentence to people who do not see the wall. */
  announce?: (sentence: string) => void
  /** Shows a passing message in this tab: why something cannot be done now, or what could be done next. */
  tell?: Tell
}

/** A sentence for this person, and perhaps what a press in the message does. */
export type Tell = (sentence: string, offer?: { label: string; perform: () => void }) => void

/** One board in one tab: the document's model and the state that only this tab has. */
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
  /** The note with the keyboard focus, selected or not: arrow keys move on from it. */
  readonly current: ValueStore<string | null>
  readonly linking: ValueStore<Linking | null>
  /** Position of the pointer over the wall, board px; null: elsewhere. Pasted notes go there. */
  readonly pointer: ValueStore<Point | null>
  readonly previews: Previews
  /** What a gesture in progress draws over the wall. */
  readonly gesture: ValueStore<GestureView>
  /** The note under the pointer. */
  readonly hover: ValueStore<string | null>
  /** Whether the as-is or the to-be is shown, and the fate of each note; set by the method. */
  readonly seen: VersionView
  /** Other people at a note (selecting or editing it), set from presence. */
  readonly companions: Decorations<Companion>
  /** Stamps on notes and links, set by the method and by votes. */
  readonly marks: Decorations<Mark>
  /** Notes that a filter leaves out. */
  readonly fading: Fading
  /** What is drawn on the wall beside notes and lanes, by name: the emotion curve. */
  readonly beside: Map<string, Box>
  /** Whether everything visible is drawn; false while parts wait for their frame. Set by the picture from afar. */
  readonly drawn: ValueStore<boolean>
  readonly access: ValueStore<BoardAccess>
  may(ability: Ability, entity?: EntityFacts): Answer
  authorName(made: Made): string
  isOwn(made: Made): boolean
  announce(sentence: string): void
  tell: Tell
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
  // What is added while the to-be is shown belongs to it alone.
  const writer: Writer = { ...source.writer }
  const stopSeen = seen.subscribe(() => {
    writer.version = seen.get() >= 1 ? 'to-be' : undefined
  })
  const mayOf = (ability: Ability, entity?: EntityFacts) =>
    can(ability, roleIn(ability, access.get()), access.get().phase, entity)
  const readAccess = () => {
    writer.growsLanes = mayOf('lane.change').ok
  }
  readAccess()
  const stopAccess = access.subscribe(readAccess)
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
    beside: new Map(),
    drawn: new ValueStore(true),
    access,
    may: mayOf,
    authorName: source.authorName,
    isOwn: source.isOwn,
    announce: source.announce ?? (() => undefined),
    tell: source.tell ?? source.announce ?? (() => undefined),
    destroy: () => {
      stop()
      stopSeen()
      stopAccess()
      stopSelection()
      links.destroy()
      index.destroy()
    },
  }
}

/** Returns the facts about a note or link that the policy checks. */
export const factsOf = (
  board: Pick<BoardState, 'isOwn'>,
  entity: { made: Made; locked?: boolean; kind?: string },
): EntityFacts => ({
  own: board.isOwn(entity.made),
  locked: entity.locked ?? false,
  ...(entity.kind === undefined ? {} : { kind: entity.kind }),
})

/** Workspace abilities depend on the role in the workspace: a session's role does not count. */
const roleIn = (ability: Ability, { role, member }: BoardAccess): Role =>
  policy[ability].scope === 'workspace' ? roleFor(ability, { personId: '', member, participant: null }) : role

/** Whether this may be done to every one of the notes; returns the first refusal otherwise. */
export function mayAll(board: BoardState, ability: Ability, ids: Iterable<string>): Answer {
  for (const id of ids) {
    const note = board.model.notes.get(id)
    const answer = note ? board.may(ability, factsOf(board, note)) : ({ ok: true } as const)
    if (!answer.ok) return answer
  }
  return { ok: true }
}
