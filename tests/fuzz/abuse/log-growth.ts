import { addEntity, textOf } from '#lib/board/commands/writer.ts'
import { limits } from '#lib/board/fields.ts'
import { until } from '#tests/drivers/until.ts'
import { type Figures, Stage } from './stage.ts'

const notes = 30

/** Updates that are on their way at once. */
const ahead = 4
const MB = 2 ** 20

/**
 * A contributor writes texts and deletes them again, so many MB unless they are stopped: the board stays small, and its
 * log does not. `logged`: MB that were taken; `stopped`: by what.
 */
export async function writeAndDelete(most: number): Promise<Figures & { logged: number; stopped: string }> {
  const stage = await Stage.set(50)
  try {
    const [person] = stage.contributors
    if (!person) throw new Error('nobody')
    const client = await stage.join(person)
    const { doc } = client
    let written = 0
    doc.on('update', (update: Uint8Array) => {
      written += update.length
    })
    const stopped = () => client.closed?.reason ?? client.notices.find(({ kind }) => kind === 'held-back')?.kind ?? ''
    const change = async (body: () => void) => {
      doc.transact(body)
      await until(() => stopped() !== '' || client.sent - client.saved <= ahead, 'an answer', 120_000)
    }
    const ids = Array.from({ length: notes }, (_, i) => `long${i}`)
    const figures = await stage.suffer(async () => {
      await change(() => {
        for (const id of ids) addEntity({ doc, newId: () => '' }, 'notes', id, { kind: 'step', pos: [0, 0] })
      })
      while (written < most * MB && stopped() === '') {
        await change(() => {
          for (const id of ids) textOf(doc, 'notes', id)?.insert(0, 'x'.repeat(limits.text))
        })
        await change(() => {
          for (const id of ids) textOf(doc, 'notes', id)?.delete(0, limits.text)
        })
      }
    })
    return { ...figures, logged: Number((written / MB).toFixed(1)), stopped: stopped() }
  } finally {
    await stage.strike()
  }
}
