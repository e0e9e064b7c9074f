import type { BoardAccess } from '#components/board/state/board-state.ts'
import { freeWork } from '#lib/access/rights.ts'
import { readStage, withStage } from '#lib/facilitation/stage.ts'
import type { Roster } from './roster.ts'

/** The input of the policy in this tab: role and session from the server, and the stage of the document. */
export function accessFrom(roster: Roster, stage: Readonly<Record<string, unknown>>, serverTime: number): BoardAccess {
  return {
    role: roster.you?.role ?? 'nobody',
    member: roster.you?.member ?? null,
    phase: withStage(
      {
        board: roster.board?.finished ? 'finished' : 'open',
        session: roster.session?.status ?? 'none',
        frozen: false,
        rights: freeWork,
      },
      readStage(stage),
      serverTime,
    ),
  }
}
