import { readBoard } from '#lib/board/model.ts'
import type { Env } from '#server/base/env.ts'
import { newId } from '#server/base/ids.ts'
import { createLog } from '#server/base/log.ts'
import { Metrics } from '#server/base/metrics.ts'
import { createHub } from '../collab/hub.ts'
import { implementations } from '../commands/index.ts'
import { Recordings } from '../replay/recordings.ts'
import { openStoreOf } from '../store/open.ts'
import { createBoard, listBoards } from '../use-cases/boards.ts'
import { signIn, signUp } from '../use-cases/people.ts'
import type { Account } from './demo-account.ts'
import type { ScriptClient } from './script-client.ts'

/** Works on the data directly while no server runs; rejects with `busy` when one does. */
export async function openDataIn(env: Env, account: Account): Promise<ScriptClient> {
  const store = await openStoreOf(env)
  const log = createLog('warn')
  const recordings = new Recordings(store, log)
  const hub = createHub({ store, log, metrics: new Metrics(), recordings, commands: implementations })
  const close = async () => {
    await hub.close()
    await recordings.close()
    await store.close()
  }
  try {
    const parts = { env, store, hub, recordings }
    const known = await store.people.byEmail(account.email)
    const person = known ? await signIn(parts, 'script', account) : (await signUp(parts, 'script', account)).person
    const [workspace] = await store.workspaces.ofPerson(person.id)
    return {
      serving: false,
      boards: () => listBoards(parts, person),
      createBoard: (title, template) => createBoard(parts, person, workspace?.id ?? '', { title, template }),
      async write(boardId, writes) {
        for (const write of writes)
          await hub.write(boardId, 'script', person.id, doc => write({ doc, newId }, readBoard(doc)))
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
