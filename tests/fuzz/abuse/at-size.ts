import { setTimeout as sleep } from 'node:timers/promises'
import { askAgainAndAgain } from './asking.ts'
import { showAtWill } from './cursors.ts'
import { fillBoard } from './full-board.ts'
import { writeAndDelete } from './log-growth.ts'
import { refusedUpdates } from './refused-updates.ts'
import { type Figures, Stage } from './stage.ts'

const nothingBad = async () => {
  const stage = await Stage.set(50)
  try {
    return await stage.suffer(() => sleep(4000))
  } finally {
    await stage.strike()
  }
}

const abuses: Record<string, () => Promise<Figures>> = {
  'nothing bad': nothingBad,
  'an observer’s 2,500 refused updates': () => refusedUpdates('observer', 2500),
  'a contributor’s 2,500 refused updates': () => refusedUpdates('contributor', 2500),
  '1,000 questions over 20 sockets, unread': () => askAgainAndAgain(1000, 20, 10_000),
  'cursors and questions for them over 20 sockets': () => showAtWill(20, 400),
  '30 MB of texts written and deleted': () => writeAndDelete(30),
  'two contributors fill a board': () => fillBoard(2, 0),
}

/** Every abuse at size, as a table: what the server and an honest facilitator went through. ABUSE chooses by words. */
export async function abuseAtSize(): Promise<string> {
  const rows: Record<string, Record<string, number | string>> = {}
  for (const [name, abuse] of Object.entries(abuses)) {
    if (!name.includes(process.env.ABUSE ?? '')) continue
    const { delay, turn, cpu, memory, honest, waited, grown, ...more } = await abuse()
    const ms = Math.round
    rows[name] = {
      'turn ms': ms(turn),
      'delay ms': ms(delay),
      'cpu ms': ms(cpu),
      'memory MB': ms(memory / 2 ** 20),
      'more MB': ms(grown / 2 ** 20),
      'honest changes': honest,
      'saved after ms': ms(waited),
      more: JSON.stringify(more),
    }
  }
  console.table(rows)
  return `${Object.keys(rows).length} abuses`
}
