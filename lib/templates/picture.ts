import * as Y from 'yjs'
import { readBoard } from '../board/model.ts'
import { miniatureSvg, miniatureUrl } from '../export/miniature.ts'
import type { Template } from './define.ts'
import { templates } from './index.ts'
import { writeTemplate } from './write.ts'

/** A template as a choice of a new board shows it. */
export interface TemplateChoice {
  id: string
  title: string
  summary: string
  /** Address of its picture, for an <img>. */
  picture: string
}

/** A board that a workspace keeps to begin from. */
export interface OwnTemplateChoice extends TemplateChoice {
  workspaceId: string
}

function choiceOf(template: Template): TemplateChoice {
  const doc = new Y.Doc()
  let next = 0
  writeTemplate({ doc, newId: () => `n${next++}` }, template)
  const picture = miniatureUrl(miniatureSvg(readBoard(doc)))
  doc.destroy()
  return { id: template.id, title: template.title, summary: template.summary, picture }
}

let choices: readonly TemplateChoice[] | null = null

/** All templates with their pictures; drawn once in a process. */
export function templateChoices(): readonly TemplateChoice[] {
  choices ??= templates.map(choiceOf)
  return choices
}
