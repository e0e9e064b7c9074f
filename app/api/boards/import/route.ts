import { reply, withWorkspaceAbility } from '#server/http/route.ts'
import { boardView } from '#server/use-cases/boards.ts'
import { importAsBoard, importView, readImport } from '#server/use-cases/imports.ts'

/** A file as the body, `?name=` its name: what it would bring with `?look=1`, else a new board that is the file's. */
export const POST = withWorkspaceAbility('board.create', null, async ({ running, request, person, member }) => {
  const read = await readImport(running, person, request, 'board')
  const board = await importAsBoard(running, person, member.workspaceId, read)
  if (!board) return { import: importView(read) }
  return reply({ import: importView(read), board: boardView(board) }, { status: 201 })
})
