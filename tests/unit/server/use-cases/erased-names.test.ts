import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { addEntity } from '#lib/board/commands/writer.ts'
import { exportFormats } from '#lib/export/index.ts'
import type { RouteName } from '#lib/protocol/routes/index.ts'
import { readSearch } from '#lib/report/search.ts'
import { newId } from '#server/base/ids.ts'
import { running } from '#server/base/runtime.ts'
import { readFinishedBoard, readPortfolio, searchLibrary } from '#server/use-cases/library.ts'
import { readReport } from '#server/use-cases/report.ts'
import { openWorkshop } from '#tests/drivers/api.ts'

const w = openWorkshop()

test('an erased name is on no page of a finished board, in no export and in no archive', async () => {
  const mia = await w.owner()
  const name = 'Fritz Facilitator'
  const fritz = await w.signUp(name)
  await w.server.member(mia.workspaceId, { ...fritz, cookie: fritz.cookie ?? '' }, 'facilitator')
  const body = { title: 'Coffee', template: 'coffee' }
  const boardId = String((await w.api('POST /api/boards', {}, { cookie: mia.cookie, body })).body.board.id)
  const { sessionId } = await w.invite(mia, boardId)
  await w.server.seat(sessionId, { ...fritz, cookie: fritz.cookie ?? '' }, 'facilitator')
  await w.server.hub.write(boardId, 'test', fritz.id, doc => {
    addEntity({ doc, newId }, 'notes', 'his', { kind: 'step', pos: [0, 0], text: 'Wipes the bar', by: fritz.id })
    addEntity({ doc, newId }, 'comments', 'said', { text: 'Every night?', on: 'his', parent: null, by: fritz.id })
  })
  await w.server.store.history.keepName({ boardId, personId: fritz.id, since: 1, name })
  await w.api('POST /api/boards/[boardId]/finish', { boardId }, { cookie: fritz.cookie })

  const owner = await w.server.store.people.get(mia.id)
  if (!owner) throw new Error('nobody')
  const read = async () => {
    const pages = [
      await searchLibrary(running(), mia.workspaceId, readSearch({})),
      await readFinishedBoard(running(), owner, boardId),
      await readPortfolio(running(), mia.workspaceId),
      await readReport(running(), owner, boardId),
    ]
    const formats = exportFormats.map(({ id }) => id)
    const ask = async (route: RouteName, params: object): Promise<unknown> =>
      (await w.api(route, { boardId, ...params }, { cookie: mia.cookie })).body
    const files = await Promise.all(formats.map(format => ask('GET /api/boards/[boardId]/export/[format]', { format })))
    const archive = await ask('GET /api/boards/[boardId]/archive', {})
    const parts = [...files, ...Object.values(unzipSync(archive as Uint8Array))]
    const textOf = (part: unknown) =>
      part instanceof Uint8Array ? new TextDecoder().decode(part) : JSON.stringify(part)
    return [...pages, ...parts].map(textOf)
  }
  const before = await read()
  expect(before.filter(text => text.includes(name)).length, 'the name is named to begin with').toBeGreaterThan(4)

  const person = { workspaceId: mia.workspaceId, personId: fritz.id }
  await w.api('DELETE /api/workspaces/[workspaceId]/members/[personId]', person, { cookie: mia.cookie })
  const erased = await w.api(
    'DELETE /api/boards/[boardId]/people/[personId]/name',
    { boardId, personId: fritz.id },
    { cookie: mia.cookie },
  )
  expect(erased.body).toMatchObject({ pseudonym: 'Former participant 1' })
  const after = await read()
  expect(after.flatMap((text, i) => (text.includes(name) ? [i] : []))).toEqual([])
  expect(after.filter(text => text.includes('Former participant 1')).length).toBeGreaterThan(4)
})
