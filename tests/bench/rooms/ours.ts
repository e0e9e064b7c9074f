/** The product's server without pages, on a data directory of its own, with as many people as asked. */
import { people, startServer } from '#tests/drivers/server.ts'
import { report } from '../peers/rooms/report.mjs'

const server = await startServer()
const { board, person, seat } = people(server.env, server.store)
const owner = await person('Owner')
const { boardId, sessionId } = await board(owner)
const everybody = await Promise.all(Array.from({ length: Number(process.argv[2]) }, (_, i) => person(`Person ${i}`)))
await Promise.all(everybody.map(each => seat(sessionId, each, 'contributor')))
report({ port: server.port, docId: boardId, cookies: everybody.map(each => each.cookie) })
