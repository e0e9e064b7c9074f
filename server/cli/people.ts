/** `npm run people -- list|reset|promote|drop-factor|disable|enable [ADDRESS]`: what the operator does for people, at any time. */
import { parseArgs } from 'node:util'
import { answerOf, requestFor } from '#lib/protocol/call.ts'
import { operatorAsks } from '#lib/protocol/routes/passwords.ts'
import { type Env, readEnv } from '#server/base/env.ts'
import { AppError } from '#server/base/errors.ts'
import { createLog } from '#server/base/log.ts'
import { Metrics } from '#server/base/metrics.ts'
import { runningAddress } from '#server/base/running-address.ts'
import { operatorToken } from '#server/http/operator.ts'
import { createHub } from '../collab/hub.ts'
import { implementations } from '../commands/index.ts'
import { Recordings } from '../replay/recordings.ts'
import { openStoreOf } from '../store/open.ts'
import { isStoreError } from '../store/store.ts'
import { operate } from '../use-cases/operator.ts'
import { script, UsageError } from './script.ts'

const usage = [
  'npm run people -- list                    who has an account, and where they belong',
  'npm run people -- reset ADDRESS           a link by which they choose a new password',
  'npm run people -- promote ADDRESS         makes a member the owner; with several workspaces: --workspace ID',
  'npm run people -- drop-factor ADDRESS     asks no more for a second factor that they have lost',
  'npm run people -- disable ADDRESS         signs them out for good; enable lets them in again',
].join('\n')

type Ask = Parameters<typeof operate>[1]

await script(async () => {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { workspace: { type: 'string' } } })
  const [act, email, ...more] = positionals
  const asked = operatorAsks.safeParse({
    act,
    ...(email === undefined ? {} : { email }),
    ...(values.workspace === undefined ? {} : { workspaceId: values.workspace }),
  })
  if (!asked.success || more.length > 0) throw new UsageError(usage)
  const env = readEnv()
  for (const line of await (await way(env))(asked.data)) console.log(line)
})

/** The data belongs to one process at a time: a running server is asked, else the data is opened. */
async function way(env: Env): Promise<(ask: Ask) => Promise<string[]>> {
  try {
    return await inside(env)
  } catch (error) {
    if (!isStoreError(error) || error.kind !== 'busy') throw error
    const address = await runningAddress(env.dataDir)
    if (address === null) throw error
    return ask => overHttp(env, address, ask)
  }
}

async function inside(env: Env) {
  const store = await openStoreOf(env)
  const log = createLog('warn')
  const recordings = new Recordings(store, log)
  const hub = createHub({ store, log, metrics: new Metrics(), recordings, commands: implementations })
  return async (ask: Ask) => {
    try {
      return await operate({ env, store, hub }, ask)
    } finally {
      await hub.close()
      await recordings.close()
      await store.close()
    }
  }
}

async function overHttp(env: Env, address: string, ask: Ask): Promise<string[]> {
  const { path, init } = requestFor('POST /api/operator/people', {}, ask)
  const headers = { ...init.headers, authorization: `Bearer ${await operatorToken(env)}` }
  const answer = await answerOf('POST /api/operator/people', await fetch(address + path, { ...init, headers }))
  if (!answer.ok) throw new AppError(answer.code, answer.message)
  return answer.says
}
