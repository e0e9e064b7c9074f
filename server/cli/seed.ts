/** `npm run seed -- --notes 10000`: a large board for trying things out, in the demo account. */
import { parseArgs } from 'node:util'
import { setLane } from '#lib/board/commands/lanes.ts'
import { writePlan } from '#lib/board/plan.ts'
import { largeBoard } from '#lib/templates/large.ts'
import { readEnv } from '#server/base/env.ts'
import { demoAccount, howToSee } from './demo-account.ts'
import { script, UsageError } from './script.ts'
import { scriptClient, type Write } from './script-client.ts'

await script(async () => {
  const { values } = parseArgs({ options: { notes: { type: 'string', default: '2000' }, title: { type: 'string' } } })
  const count = Number(values.notes)
  if (!Number.isInteger(count) || count < 1 || count > 50_000)
    throw new UsageError('--notes is not usable: it should be a whole number from 1 to 50000.')
  const env = readEnv()
  const account = demoAccount(env.dataDir)
  const way = await scriptClient(env, account)
  const plans = largeBoard(count)
  const links = plans.reduce((sum, plan) => sum + plan.links.length, 0)
  console.log(`Writing ${count} notes and ${links} links …`)
  const board = await way.createBoard(values.title ?? `A board of ${count} notes`, 'blank')
  const clear: Write = (writer, { lanes }) => {
    for (const { id } of lanes) setLane(writer, 'lane.delete', id, { deleted: true })
  }
  const strands = plans.map<Write>(plan => (writer, on) => void writePlan(writer, on, plan, { freshIds: false }))
  await way.write(board.id, [clear, ...strands])
  await way.close()
  console.log(howToSee(account, `${env.publicUrl}/b/${board.id}`, way.serving))
})
