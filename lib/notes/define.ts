import type { PaperId } from './papers.ts'

/** The kinds of points of failure; their words are in lib/method/vocabulary.ts. */
export const pointKinds = ['mot', 'bp', 'br'] as const
export type PointKind = (typeof pointKinds)[number]

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
  /** The single key that picks this kind, if it has one. */
  key?: string
  /** Corner shape that tells kinds apart without colour. */
  corner: 'square' | 'cut' | 'round' | 'diamond' | 'tab'
  /** Part of the process flow: counted as a step on a path. */
  flow: boolean
  /** A point of failure by its kind alone (a red, blue or green note put on the wall). */
  failure?: PointKind
}

/** Checked at compile time, kept as a literal so that ids stay a union. */
export const defineNoteKind = <const K extends NoteKind>(kind: K): K => kind
