/** `npm run demo`: creates the coffee board for a demo account, once, and prints how to open it. */
import { templateOf } from '#lib/templates/index.ts'
import { readEnv } from '#server/base/env.ts'
import { demoAccount, howToSee } from './demo-account.ts'
import { script } from './script.ts'
import { scriptClient } from './script-client.ts'

await script(async () => {
  const env = readEnv()
  const account = demoAccount(env.dataDir)
  const way = await scriptClient(env, account)
  const title = templateOf('coffee')?.title ?? 'Coffee'
  const there = (await way.boards()).find(board => board.title === title)
  const board = there ?? (await way.createBoard(title, 'coffee'))
  await way.close()
  console.log(`${there ? 'The coffee board is there already.' : 'Made the coffee board.'}`)
  console.log(howToSee(account, `${env.publicUrl}/b/${board.id}`, way.serving))
})
