import { reply, withAbility } from '#server/http/route.ts'
import { boardView, duplicateBoard, duplicateInput } from '#server/use-cases/boards.ts'

export const POST = withAbility('board.duplicate', duplicateInput, async ({ running, person, access, body }) =>
  reply({ board: boardView(await duplicateBoard(running, person, access, body)) }, { status: 201 }),
)
