import { z } from 'zod'
import { commands, repairInputs } from '../commands.ts'
import { line } from '../fields.ts'
import type { RouteDeclaration } from '../route.ts'
import { moment, nothing, oneBoard } from './parts.ts'

/** The rows of lib/replay/row-code.ts, compressed. */
const rows = { file: 'application/gzip' } as const

const share = z.strictObject({
  id: z.string(),
  /** null on a board that never had a session. */
  sessionId: z.string().nullable(),
  expiresAt: moment,
  revokedAt: moment.nullable(),
  createdAt: moment,
})
export type ReplayShare = z.infer<typeof share>

/** What is done with a board's history. */
export const historyRoutes = {
  'GET /api/boards/[boardId]/replay': {
    describes: 'The history of the whole board as rows.',
    who: 'board.replay',
    answer: rows,
    errors: ['too-long'],
  },
  'GET /api/replays/[door]': {
    describes: 'The rows of a shared replay; the door’s token is in the asker’s cookie.',
    who: 'anyone',
    answer: rows,
    errors: ['no-such-replay', 'replay-revoked', 'replay-expired', 'too-long'],
  },
  'POST /api/boards/[boardId]/replay/repair': {
    describes: 'The repairs that are commands too, for the player, which has no socket to the board.',
    who: 'board.restore',
    input: z.union([repairInputs.back, repairInputs.undo, repairInputs.bringBack]),
    answer: commands['repair.back'].answer,
    errors: ['too-long'],
  },
  'POST /api/boards/[boardId]/replay/copy': {
    describes: 'The wall as it was after an update of its history, as a board of its own.',
    who: 'board.duplicate',
    input: z.strictObject({ title: line('The title'), seq: z.number().int().min(0) }),
    answer: oneBoard,
    errors: ['too-many-kept', 'too-long'],
  },
  'GET /api/boards/[boardId]/replay/shares': {
    describes: 'The links that show the board’s replay, closed ones too.',
    who: 'board.replay',
    answer: z.strictObject({ shares: z.array(share) }),
  },
  'POST /api/boards/[boardId]/replay/shares': {
    describes: 'Makes a link that shows the replay of the session that counts to people who may not replay the board.',
    who: 'board.replay',
    records: 'replay.share',
    input: z.strictObject({
      expiresInHours: z
        .number()
        .positive()
        .max(24 * 90, { error: 'A link works for at most 90 days.' })
        .default(24 * 7),
    }),
    answer: z.strictObject({ share: share.extend({ token: z.string(), url: z.string() }) }),
    errors: ['too-many-kept'],
  },
  'DELETE /api/boards/[boardId]/replay/shares/[shareId]': {
    describes: 'Closes such a link.',
    who: 'board.replay',
    records: 'replay.share-close',
    answer: nothing,
  },
  'DELETE /api/boards/[boardId]/people/[personId]/name': {
    describes: 'Erases a person’s name from the history of the workspace, for good; a pseudonym stands for them.',
    who: 'history.erase',
    records: 'person.erase',
    answer: z.strictObject({ pseudonym: z.string() }),
  },
} as const satisfies Record<string, RouteDeclaration>
