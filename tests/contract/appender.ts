import { openPostgres } from '#server/store/postgres/index.ts'
import { openStore } from '#server/store/sqlite/index.ts'
import { entry } from './records.ts'

/** A process to be killed: appends to three documents without end and prints each seq once it is acknowledged. */
const [, , data = ''] = process.argv
const store = await (data.startsWith('postgres://') ? openPostgres(data) : openStore(data))
const run = async (docId: string) => {
  for (let seq = (await store.log.head(docId)) + 1; ; seq++) {
    await store.log.append([entry(docId, seq, 300)], [])
    process.stdout.write(`${docId} ${seq}\n`)
  }
}
await Promise.all(['a', 'b', 'c'].map(run))
