import { boardPlan } from '#lib/board/plan.ts'
import type { BoardSnapshot } from '#lib/board/snapshot.ts'
import { readFile } from '#lib/import/index.ts'
import { templates } from '#lib/templates/index.ts'
import { writeTemplate } from '#lib/templates/write.ts'
import { emptyWall, wallOf } from './boards.ts'
import { referenceModel, referenceModels } from './shared.ts'

/** Facts about a board for writers of formats, where a test does not depend on them. */
export const about = { title: 'A board', customer: '', process: '', tags: [], at: 0, authorName: () => null }

export const templateBoards = (): { name: string; board: BoardSnapshot }[] =>
  templates.map(template => {
    const wall = emptyWall()
    writeTemplate(wall.writer, template)
    return { name: template.id, board: wall.board }
  })

export async function referenceBoard(name: string): Promise<{ name: string; board: BoardSnapshot }> {
  const { plan } = await readFile(name, referenceModel(name))
  return { name, board: wallOf(boardPlan.parse(plan)).board }
}

/** The boards of the templates, and the reference models where they are present. */
export const everyBoard = async () => [...templateBoards(), ...(await Promise.all(referenceModels.map(referenceBoard)))]
