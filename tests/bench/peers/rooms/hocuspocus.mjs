/** Hocuspocus with what its SQLite extension does, on node:sqlite: that extension's own engine does not build everywhere. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Database } from '@hocuspocus/extension-database'
import { Server } from '@hocuspocus/server'
import { report } from './report.mjs'

const db = new DatabaseSync(join(mkdtempSync(join(tmpdir(), 'bench-hocuspocus-')), 'db.sqlite'))
db.exec('create table documents (name varchar(255) not null, data blob not null, unique(name))')
const select = db.prepare('select data from documents where name = ?')
const upsert = db.prepare('insert into documents (name, data) values (?, ?) on conflict(name) do update set data = excluded.data')
const server = new Server({
  quiet: true,
  address: '127.0.0.1',
  port: 0,
  extensions: [
    new Database({
      fetch: async ({ documentName }) => select.get(documentName)?.data ?? null,
      store: async ({ documentName, state }) => void upsert.run(documentName, state),
    }),
  ],
})
await server.listen()
report({ port: server.httpServer.address().port })
