import type { Writer } from '../board/commands/writer.ts'
import { readBoard } from '../board/model.ts'
import { writePlan } from '../board/plan.ts'
import type { Template } from './define.ts'

/** Writes a template on a new board, in one transaction. Its ids are kept: on a new board they are unused. */
export function writeTemplate(writer: Writer, template: Template): void {
  writePlan(writer, readBoard(writer.doc), template.plan, { freshIds: false })
}
