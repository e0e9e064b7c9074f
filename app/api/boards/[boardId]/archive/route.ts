import { withAbility } from '#server/http/route.ts'
import { exportArchive } from '#server/use-cases/archives.ts'

/** The board with all its history: for those who may replay it. */
export const GET = withAbility('board.replay', null, async ({ running, access }) => exportArchive(running, access))
