import { keyBetween } from '#lib/board/commands/notes.ts'
import { addEntity, setFields, transact, type Writer } from '#lib/board/commands/writer.ts'
import type { FailureFields, FieldsBy } from '#lib/board/schema.ts'
import type { BoardSnapshot } from '#lib/board/snapshot.ts'
import type { PointKind } from '#lib/notes/define.ts'
import { cutText } from '../../text/cut.ts'
import type { FailurePoint } from '../points.ts'
import type { Gap } from '../projection.ts'
import type { CrownSide } from '../vocabulary.ts'

/** A note or a link that can be a point of failure, be judged and described. */
export interface Target {
  readonly root: 'notes' | 'links'
  readonly id: string
}

/** Fields that describe a target; they need `detail.edit`. */
export type Details = Partial<FieldsBy<'notes', 'detail.edit'> & FieldsBy<'links', 'detail.edit'>>
/** Fields that judge a target, except the triple crown; they need `verdict.give`. */
export type Judgement = Partial<Omit<FieldsBy<'notes', 'verdict.give'>, 'crown'>>

const write = (writer: Writer, command: string, { root, id }: Target, fields: object) =>
  transact(writer, command, () => setFields(writer, root, id, fields))

/** Confirms a point of failure, perhaps of another kind than proposed. */
export const confirmPoint = (writer: Writer, target: Target, kind: PointKind): void =>
  write(writer, 'failure.confirm', target, { mark: { kind, state: 'confirmed' } })

/** Dismisses a proposal or a mark; it stays dismissed, with the reason. */
export const dismissPoint = (writer: Writer, target: Target, kind: PointKind, reason: string): void =>
  write(writer, 'failure.dismiss', target, { mark: { kind, state: 'dismissed', ...said(reason) } })

/** Number of points whose numbers one judgement keeps; the others' follow with the next ones. */
const keptAtOnce = 500

/**
 * Keeps the numbers of all points as they are shown, when people begin to judge: from then on they speak of R7, and R7
 * stays R7 whatever is dismissed, moved or added.
 */
export function keepNumbers(
  writer: Writer,
  points: readonly Pick<FailurePoint, 'on' | 'id' | 'code' | 'entity'>[],
): void {
  const open = points.filter(({ code, entity }) => entity.pointCode !== code)
  transact(writer, 'failure.number', () => {
    for (const { on, id, code } of open.slice(0, keptAtOnce)) setFields(writer, on, id, { pointCode: code })
  })
}

/** Gives all points their numbers anew, in reading order without gaps. */
export function renumberPoints(writer: Writer, board: BoardSnapshot): void {
  transact(writer, 'failure.renumber', () => {
    for (const root of ['notes', 'links'] as const)
      for (const { id, pointCode } of board[root].values())
        if (pointCode !== null) setFields(writer, root, id, { pointCode: null })
  })
}

/** Removes people's judgement; the point may be proposed again. */
export const forgetPoint = (writer: Writer, target: Target): void =>
  write(writer, 'failure.forget', target, { mark: null })

/** Answers a question about a step or loop: is it rework, does it serve no outcome? null: open again. */
export const answerDoubt = (
  writer: Writer,
  target: Target,
  doubt: 'rework' | 'orphan',
  state: 'confirmed' | 'dismissed' | null,
  reason = '',
): void => write(writer, `failure.${doubt}`, target, { [doubt]: state === null ? null : { state, ...said(reason) } })

const said = (reason: string) => (reason.trim() ? { reason: reason.trim() } : {})

const writeAll = (writer: Writer, command: string, targets: readonly Target[], fields: object) =>
  transact(writer, command, () => {
    for (const { root, id } of targets) setFields(writer, root, id, fields)
  })

/** Sets details of one target, or of several alike; missing fields stay as they are. */
export const setDetails = (writer: Writer, targets: readonly Target[], details: Details): void =>
  writeAll(writer, 'detail.set', targets, details)

/** Judges one target, or several alike; missing fields stay as they are. */
export const giveVerdict = (writer: Writer, targets: readonly Target[], judgement: Judgement): void =>
  writeAll(writer, 'verdict.give', targets, judgement)

/** Sets the effect of a verdict on one side of the triple crown; each target keeps its other sides. */
export function setCrown(
  writer: Writer,
  board: BoardSnapshot,
  targets: readonly Target[],
  side: CrownSide,
  change: NonNullable<FailureFields['crown']>[CrownSide] | null,
): void {
  transact(writer, 'verdict.crown', () => {
    for (const { root, id } of targets) {
      const { [side]: _, ...rest } = board[root].get(id)?.crown ?? {}
      const crown = change ? { ...rest, [side]: change } : rest
      setFields(writer, root, id, { crown: Object.keys(crown).length > 0 ? crown : null })
    }
  })
}

/** Makes the links out of a note parallel: every case takes all of them, and nothing is decided there. */
export function goOnInParallel(writer: Writer, board: BoardSnapshot, noteId: string): void {
  transact(writer, 'detail.parallel', () => {
    for (const link of board.links.values()) if (link.from === noteId) setFields(writer, 'links', link.id, { share: 1 })
  })
}

/**
 * Closes a gap that elimination left: links on the to-be only, from the notes before it to those after it. Where the
 * hand-off itself was eliminated the order stays, and the new link is not a point of failure again.
 */
export function closeGap(writer: Writer, board: BoardSnapshot, gap: Gap): void {
  const handOff = gap.eliminated.map(id => board.links.get(id)).find(link => link !== undefined)
  transact(writer, 'gap.close', () => {
    for (const { from, to, share } of gap.bridges) {
      if (!board.notes.has(from) || !board.notes.has(to)) continue
      addEntity(writer, 'links', writer.newId(), {
        ends: [from, to],
        version: 'to-be',
        ...(share === null ? {} : { share }),
        ...(handOff ? { mark: dismissedAs(board, from, to, handOff.verdictReason) } : {}),
      })
    }
  })
}

function dismissedAs(board: BoardSnapshot, from: string, to: string, why: string | null) {
  const lanes = new Set([board.notes.get(from)?.lane, board.notes.get(to)?.lane])
  const touches = board.lanes.some(lane => lane.actor === 'customer' && lanes.has(lane.id))
  const reason = why?.trim() ? `Eliminated: ${why.trim()}` : 'The hand-off was eliminated.'
  return { kind: touches ? 'mot' : 'bp', state: 'dismissed', reason: cutText(reason, 600) }
}

/** Adds a stakeholder's outcome under the existing ones; returns its id. */
export function addOutcome(writer: Writer, board: BoardSnapshot, stakeholder = ''): string {
  return transact(writer, 'outcome.add', () => {
    const id = board.outcomes.length === 0 ? 'main' : writer.newId()
    const order = keyBetween(board.outcomes.at(-1)?.order ?? null, null)
    addEntity(writer, 'outcome', id, { stakeholder, order })
    return id
  })
}

export const removeOutcome = (writer: Writer, id: string): void =>
  transact(writer, 'outcome.remove', () => setFields(writer, 'outcome', id, { deleted: true }))
