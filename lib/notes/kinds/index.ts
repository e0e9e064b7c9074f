import { z } from 'zod'
import type { NoteKind } from '../define.ts'
import { breakPoint } from './break-point.ts'
import { businessRule } from './business-rule.ts'
import { decision } from './decision.ts'
import { idea } from './idea.ts'
import { momentOfTruth } from './moment-of-truth.ts'
import { outcome } from './outcome.ts'
import { pain } from './pain.ts'
import { plain } from './plain.ts'
import { question } from './question.ts'
import { step } from './step.ts'

/** The ordered list: palette, legend and exports follow it. */
export const noteKinds = [
  step,
  decision,
  momentOfTruth,
  breakPoint,
  businessRule,
  pain,
  idea,
  question,
  outcome,
  plain,
] as const

export type NoteKindId = (typeof noteKinds)[number]['id']
export const noteKindId = z.enum(noteKinds.map(kind => kind.id) as [NoteKindId])

const byId = new Map<string, NoteKind>(noteKinds.map(kind => [kind.id, kind]))

export const isNoteKind = (id: unknown): id is NoteKindId => typeof id === 'string' && byId.has(id)

/** Returns the kind's definition; an unknown id (of a newer or a damaged board) reads as a plain note. */
export const noteKind = (id: string): NoteKind => byId.get(id) ?? plain

/** Work: a step or a decision. */
export const isWork = (id: string): boolean => ['work', 'gateway'].includes(noteKind(id).role)
/** Whether notes of the kind are part of the flow even without links: work, and its end. */
export const isFlow = (id: string): boolean => ['work', 'gateway', 'end'].includes(noteKind(id).role)
