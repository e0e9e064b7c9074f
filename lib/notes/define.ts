import type { PaperId } from './papers.ts'

/** The kinds of points of failure; their words are in lib/method/vocabulary.ts. */
export const pointKinds = ['mot', 'bp', 'br'] as const
export type PointKind = (typeof pointKinds)[number]

/**
 * What a note is in the process:
 * - `work`: somebody does something; it takes time, costs, and may have to be done again.
 * - `gateway`: work that decides which of several ways goes on.
 * - `end`: what the work leads to.
 * - `point`: what happens between steps; part of the flow where it is linked.
 * - `aside`: part of the flow only where a path runs through it.
 * - `remark`: said about the process, and never part of it.
 */
type NoteRole = 'work' | 'gateway' | 'end' | 'point' | 'aside' | 'remark'

/** A kind of note: one file in kinds/, one line in kinds/index.ts. */
export interface NoteKind {
  id: string
  label: string
  /** One line shown on first meeting, in the palette and to screen readers. */
  hint: string
  /** The paper it is written on; its colour carries the meaning shown in the legend. */
  paper: PaperId
  /** Name of the glyph in components/ui/glyph.tsx, so that nobody depends on colour. */
  icon: string
  /** The key that selects this kind, if it has one. */
  key?: string
  /** Corner shape that tells kinds apart without colour. */
  corner: 'square' | 'cut' | 'round' | 'diamond' | 'tab'
  role: NoteRole
  /** The kind of point of failure that every such note is (a red, blue or green note on the wall). */
  failure?: PointKind
}

/** Returns the kind with its literal types, so that ids stay a union. */
export const defineNoteKind = <const K extends NoteKind>(kind: K): K => kind
