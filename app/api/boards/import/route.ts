import { reply, route } from '#server/http/route.ts'
import { boardView } from '#server/use-cases/boards.ts'
import { importAsBoard, importView, readImport } from '#server/use-cases/imports.ts'

/** A file as the body, `?name=` its name: what it would bring with `?look=1`, else a new board that is the file's. */
export const POST = route('POST /api/boards/import', async ({ running, request, query, person, member }) => {
  const read = await readImport(running, person, request, query, 'board')
  const board = await importAsBoard(running, person, member.workspaceId, read)
  if (!board) return { import: importView(read) }
  return reply({ import: importView(read), board: boardView(board) }, { status: 201 })
})
