import { expect, test } from 'vitest'
import { addNotes } from '#lib/board/commands/notes.ts'
import { readBoard } from '#lib/board/model.ts'
import { newId } from '#server/base/ids.ts'
import { listTemplates } from '#server/use-cases/templates.ts'
import { openWorkshop } from '#tests/drivers/api.ts'

const w = openWorkshop()

test('a workspace keeps its own boards to begin from, for those who make boards in it', async () => {
  const mia = await w.owner()
  const boardId = await w.board(mia)
  const ben = await w.guest(mia, boardId, 'Ben')
  await w.server.hub.write(boardId, 'test', mia.id, doc => {
    addNotes({ doc, newId }, readBoard(doc), [
      { kind: 'step', text: 'Greets the guest', x: 10, y: 20 },
      { kind: 'idea', text: 'Not let in yet', x: 300, y: 20, fields: { place: 'inbox' } },
    ])
  })
  const save = (who: { cookie: string | null }, body: object) =>
    w.api('POST /api/boards/[boardId]/templates', { boardId }, { cookie: who.cookie, body })
  expect((await save(ben, { name: 'Ours' })).status).toBe(403)
  expect((await save(mia, { name: 'Ours' })).status).toBe(201)
  expect((await save(mia, { name: 'ours' })).status).toBe(201)
  const own = await listTemplates(w.server, mia.id)
  expect(own).toMatchObject([{ title: 'ours', picture: expect.stringMatching(/^\/api\/workspaces\/.+\?at=\d+$/) }])
  expect(await listTemplates(w.server, ben.id)).toEqual([])

  const { id, workspaceId } = own[0] ?? { id: '', workspaceId: '' }
  const picture = (who: { cookie: string | null }, itemId = id) =>
    w.api(
      'GET /api/workspaces/[workspaceId]/templates/[itemId]/picture',
      { workspaceId, itemId },
      { cookie: who.cookie },
    )
  const drawn = await picture(mia)
  expect(drawn.status).toBe(200)
  expect(new TextDecoder().decode(drawn.body)).toMatch(/^<svg .*<\/svg>$/)
  expect((await picture(mia, 'another')).status).toBe(404)
  expect((await picture(ben)).status).toBeGreaterThanOrEqual(403)
  expect((await picture(await w.owner())).status).toBeGreaterThanOrEqual(403)

  const make = (who: { cookie: string | null }) =>
    w.api('POST /api/boards', {}, { cookie: who.cookie, body: { title: 'Begun', template: id } })
  const made = await make(mia)
  expect(made.status).toBe(201)
  const { notes } = await w.server.hub.read(String(made.body.board.id), readBoard)
  expect([...notes.values()].map(note => note.text)).toEqual(['Greets the guest'])
  expect((await make(await w.owner())).status).toBe(400)

  const remove = (who: { cookie: string | null }) =>
    w.api(
      'DELETE /api/workspaces/[workspaceId]/templates/[itemId]',
      { workspaceId, itemId: id },
      { cookie: who.cookie },
    )
  expect((await remove(await w.owner())).status).toBeGreaterThanOrEqual(403)
  expect((await remove(mia)).status).toBe(200)
  expect(await listTemplates(w.server, mia.id)).toEqual([])
})
