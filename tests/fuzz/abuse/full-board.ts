import { addEntity, setFields } from '#lib/board/commands/writer.ts'
import { limits } from '#lib/board/fields.ts'
import type { OwnClient } from '#tests/drivers/own-client.ts'
import { until } from '#tests/drivers/until.ts'
import { type Figures, Stage } from './stage.ts'

/** What is added in one update: first nearly as much as it may hold, at last what fits into every gap. */
const sizes = [
  { notes: 30, length: limits.text },
  { notes: 1, length: limits.text },
  { notes: 1, length: 20 },
] as const
const MB = 2 ** 20

/**
 * Contributors fill a board as fast as they can. `written`: MB that each of them brought until they were stopped;
 * `stopped`: by what; `takenOff` and `added`: whether a facilitator can still take a note off and add one.
 */
export async function fillBoard(
  contributors: number,
  prepared: number,
): Promise<Figures & { written: number[]; stopped: string[]; takenOff: boolean; added: boolean }> {
  const stage = await Stage.set(50, doc => {
    for (let bytes = 0, i = 0; bytes < prepared; bytes += limits.text, i += 1) addNote(doc, `old${i}`)
  })
  try {
    const written: number[] = []
    const stopped: string[] = []
    let [takenOff, added] = [false, false]
    const figures = await stage.suffer(async () => {
      for (const person of stage.contributors.slice(0, contributors)) {
        let [bytes, by] = [0, '']
        for (const size of sizes) {
          const client = await stage.join(person)
          bytes += await fill(client, size)
          by = client.closed?.reason ?? client.refused[0]?.rule ?? client.notices.at(-1)?.kind ?? 'nothing'
          client.ws.terminate()
          if (by !== 'size.board') break
        }
        written.push(Math.round(bytes / MB))
        stopped.push(by)
      }
      const facilitator = await stage.join(stage.fay)
      const done = async (change: () => void) => {
        change()
        await until(
          () => facilitator.refused.length > 0 || facilitator.closed || facilitator.saved === facilitator.sent,
          'an answer',
        )
        return facilitator.refused.length === 0 && facilitator.closed === null
      }
      const { doc } = facilitator
      takenOff = await done(() => setFields({ doc, newId: () => '' }, 'notes', 'n1', { deleted: true }))
      added = await done(() => addNote(doc, 'new'))
    })
    return { ...figures, written, stopped, takenOff, added }
  } finally {
    await stage.strike()
  }
}

const stuck = ({ closed, refused, notices }: OwnClient) =>
  closed !== null || refused.length > 0 || notices.some(({ kind }) => kind === 'held-back')

/** Adds notes until the server takes no more; answers the bytes that were taken. */
async function fill(client: OwnClient, { notes, length }: (typeof sizes)[number]): Promise<number> {
  const { doc } = client
  let bytes = 0
  for (let round = 0; !stuck(client); round += 1) {
    doc.transact(() => {
      for (let i = 0; i < notes; i += 1) addNote(doc, `${doc.clientID}-${round}-${i}`, length)
    })
    await until(() => stuck(client) || client.saved === client.sent, 'an answer', 120_000)
    if (!stuck(client)) bytes += notes * length
  }
  return bytes
}

function addNote(doc: OwnClient['doc'], id: string, length: number = limits.text): void {
  const text = 'says nothing at all and takes its time with it '.repeat(100).slice(0, length)
  addEntity({ doc, newId: () => '' }, 'notes', id, { kind: 'step', pos: [0, 0], text })
}
