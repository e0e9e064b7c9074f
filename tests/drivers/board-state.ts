import { type BoardState, createBoardState } from '#components/board/state/board-state.ts'
import type { Role } from '#lib/access/actor.ts'
import type { Phase } from '#lib/access/phase.ts'
import { freeWork } from '#lib/access/rights.ts'
import { addEntity } from '#lib/board/commands/writer.ts'
import { BoardUndo } from '#lib/board/undo.ts'
import { buildWall, type WallPlan } from './wall.ts'

const open: Phase = { board: 'open', session: 'open', frozen: false, rights: freeWork }

export interface TestBoard extends BoardState {
  /** What was said to the person and to screen readers, in order. */
  said: string[]
  /** What messages offered to do, in order. */
  offered: { label: string; perform: () => void }[]
  text(id: string): string | undefined
}

/** A board in one tab without a browser: the state that actions and tools work on. Ids of links are `a-b`. */
export function boardOf(
  plan: WallPlan,
  { role = 'facilitator', ...phase }: Partial<Phase> & { role?: Role } = {},
): TestBoard {
  const { doc, writer, board: model } = buildWall({ ...plan, links: [] })
  for (const said of plan.links ?? []) {
    const [ends, fields] = typeof said === 'string' ? [said, {}] : said
    addEntity(writer, 'links', ends.replace('>', '-'), { ends: ends.split('>'), ...fields })
  }
  const said: string[] = []
  const offered: TestBoard['offered'] = []
  const board = createBoardState({
    boardId: 'test',
    doc,
    model,
    writer,
    undo: new BoardUndo(doc),
    access: { role, member: null, phase: { ...open, ...phase } },
    authorName: () => '',
    isOwn: () => false,
    announce: sentence => said.push(sentence),
    tell: (sentence, offer) => {
      said.push(sentence)
      if (offer) offered.push(offer)
    },
  })
  board.viewport.resize({ w: 1200, h: 800 })
  return Object.assign(board, { said, offered, text: (id: string) => model.notes.get(id)?.text })
}
