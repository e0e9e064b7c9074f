import { reply, withAbility } from '#server/http/route.ts'
import { boardView } from '#server/use-cases/boards.ts'
import { continueBoard } from '#server/use-cases/finish.ts'

/** A new session on a copy of the board. */
export const POST = withAbility('board.duplicate', null, async ({ running, person, access }) =>
  reply({ board: boardView(await continueBoard(running, person, access)) }, { status: 201 }),
)
