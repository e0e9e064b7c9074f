import type { Ability } from '../access/policy.ts'
import { around, type Box, type Point } from '../geometry/box.ts'
import type { Writer } from './commands/writer.ts'
import { defaultSize } from './fields.ts'
import { type BoardPlan, planOf, writePlan } from './plan.ts'
import { fieldOf } from './schema.ts'
import type { BoardSnapshot } from './snapshot.ts'

/** Largest number of notes that one paste or duplicate makes: its update stays well below the gate's limits. */
export const fragmentLimit = 1_000

/**
 * Copies notes and the links among them, without fields that a copy must not inherit (its lane, its lock) and without
 * fields that this person may not write on a new note.
 */
export function copyNotes(
  board: BoardSnapshot,
  noteIds: ReadonlySet<string>,
  allows: (ability: Ability) => boolean,
): BoardPlan {
  const notes = new Map([...board.notes].filter(([id]) => noteIds.has(id)))
  const links = new Map([...board.links].filter(([, link]) => notes.has(link.from) && notes.has(link.to)))
  const members = new Map<string, number>()
  for (const { group } of notes.values()) if (group) members.set(group, (members.get(group) ?? 0) + 1)
  const groups = new Map([...board.groups].filter(([id]) => (members.get(id) ?? 0) > 1))
  const nothing = { lanes: [], views: [], outcomes: [], comments: new Map(), stage: {}, damaged: 0 }
  const plan = planOf({ notes, links, groups, ...nothing })
  const writable = <E extends object>(root: 'notes' | 'links', entity: E): E =>
    Object.fromEntries(
      Object.entries(entity).filter(([key]) => {
        const field = fieldOf(root, key)
        return field?.type !== 'value' || !field.own || (field.ability !== 'server' && allows(field.ability))
      }),
    ) as E
  return {
    ...plan,
    notes: plan.notes
      .map(({ lane: _lane, locked: _locked, votes: _votes, group, ...note }) => ({
        ...writable('notes', note),
        ...(group && groups.has(group) ? { group } : {}),
      }))
      .sort((a, b) => ((a.z ?? '') < (b.z ?? '') ? -1 : 1)),
    links: plan.links.map(link => writable('links', link)),
  }
}

/** Returns the box around a fragment's notes in their original position, px. */
export const fragmentBox = (plan: BoardPlan): Box | null =>
  around(plan.notes.map(({ x, y, size = defaultSize }) => ({ x, y, w: size[0], h: size[1] })))

/** Adds a fragment to the wall with new ids, shifted by px; returns the ids of its notes. */
export const pasteFragment = (writer: Writer, board: BoardSnapshot, plan: BoardPlan, shift: Point): string[] =>
  writePlan(writer, board, plan, { freshIds: true, at: shift })
