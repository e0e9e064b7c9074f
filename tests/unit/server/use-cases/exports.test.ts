import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readBoard } from '#lib/board/model.ts'
import { planOf } from '#lib/board/plan.ts'
import { sha256 } from '#lib/export/archive.ts'
import { exportFormats } from '#lib/export/index.ts'
import { openWorkshop } from '#tests/drivers/api.ts'
import { allRoutes } from '#tests/drivers/routes.ts'
import { zipBomb } from '#tests/drivers/zip-bomb.ts'

const w = openWorkshop()
type Who = { cookie: string | null }

/** Asks a route for bytes, with bytes. */
async function bytesOf(name: string, params: Record<string, string>, who: Who, body?: Uint8Array, query = '') {
  const [method, path] = name.split(' ')
  const route = (await allRoutes()).find(one => one.method === method && one.path === path)
  const request = new Request(`http://127.0.0.1/x${query}`, {
    method: method ?? 'GET',
    headers: { cookie: who.cookie ?? '' },
    ...(body ? { body: new Uint8Array(body) } : {}),
  })
  const response = (await route?.handler(request, { params: Promise.resolve(params) })) ?? Response.error()
  return { status: response.status, headers: response.headers, bytes: new Uint8Array(await response.arrayBuffer()) }
}
const json = (bytes: Uint8Array) => JSON.parse(strFromU8(bytes))
const coffee = async (owner: Who, title = 'A double espresso') => {
  const { body } = await w.api('POST /api/boards', {}, { cookie: owner.cookie, body: { title, template: 'coffee' } })
  return String(body.board.id)
}
const planOfBoard = (boardId: string) => w.server.hub.read(boardId, doc => planOf(readBoard(doc)))
const importFile = (who: Who, bytes: Uint8Array, name: string, query = '') =>
  bytesOf('POST /api/boards/import', {}, who, bytes, `?name=${encodeURIComponent(name)}${query}`)

test('every format is given to everybody on the board, as a file that a browser never runs', async () => {
  const mia = await w.owner()
  const boardId = await coffee(mia, 'Ünïcode: “x”\r\n/../<b>')
  const guest = await w.guest(mia, boardId)
  for (const { id, mime, extension } of exportFormats) {
    const answer = await bytesOf('GET /api/boards/[boardId]/export/[format]', { boardId, format: id }, guest)
    expect(answer.status, id).toBe(200)
    expect(answer.bytes.length, id).toBeGreaterThan(100)
    expect(answer.headers.get('content-type')).toBe(mime)
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="-n-code-x-b.${extension}"; filename*=UTF-8''${encodeURIComponent(`Ünïcode-x-b.${extension}`)}`,
    )
    expect(answer.headers.get('content-security-policy')).toMatch(/sandbox/)
  }
  const stranger = await w.owner()
  const ask = (format: string, who: Who) =>
    bytesOf('GET /api/boards/[boardId]/export/[format]', { boardId, format }, who)
  expect((await ask('csv', stranger)).status).toBe(404)
  expect((await ask('exe', mia)).status).toBe(400)
})

test.each([`${'a'.repeat(79)}𠮷`, '𠮷'.repeat(50), `${'a'.repeat(118)}\ud842`, '👩‍🍳'.repeat(20)])(
  'a board called “%s” leaves in every format and as an archive, and comes back',
  async title => {
    const mia = await w.owner()
    const boardId = await coffee(mia, title)
    const ask = (name: string, format?: string) => bytesOf(name, { boardId, ...(format ? { format } : {}) }, mia)
    for (const { id } of exportFormats) {
      const answer = await ask('GET /api/boards/[boardId]/export/[format]', id)
      expect([id, answer.status]).toEqual([id, 200])
      const name = decodeURIComponent(answer.headers.get('content-disposition')?.split("''")[1] ?? '')
      expect(name.isWellFormed()).toBe(true)
    }
    const archive = await ask('GET /api/boards/[boardId]/archive')
    expect(archive.status).toBe(200)
    expect((await importFile(mia, archive.bytes, 'a.zip')).status).toBe(201)
    const copy = await w.api('POST /api/boards/[boardId]/duplicate', { boardId }, { cookie: mia.cookie, body: {} })
    expect(copy.status).toBe(201)
    if (title.isWellFormed()) expect(String(copy.body.board.title).isWellFormed()).toBe(true)
  },
)

test('an import is seen before it happens, and a broken file changes nothing', async () => {
  const mia = await w.owner()
  const boardId = await coffee(mia)
  const before = await planOfBoard(boardId)
  const onto = (text: string, query = '') =>
    bytesOf('POST /api/boards/[boardId]/import', { boardId }, mia, strToU8(text), `?name=list.csv${query}`)
  const looked = await onto('text,lane\nWipes the bar,Waiter\n', '&look=1')
  expect(json(looked.bytes).import).toMatchObject({ format: 'CSV', counts: { notes: 1, lanes: 1 } })
  const broken = await onto('text,x\nfine,here\n')
  expect(broken.status).toBe(400)
  expect(json(broken.bytes).error.message).toMatch(/^Line 2: “here”/)
  expect(await planOfBoard(boardId)).toEqual(before)
  expect((await onto('text,lane\nWipes the bar,Waiter\n')).status).toBe(200)
  const after = await w.server.hub.read(boardId, readBoard)
  const added = [...after.notes.values()].find(note => note.text === 'Wipes the bar')
  expect(added?.made.by).toBe(mia.id)
  expect(after.lanes.find(lane => lane.id === added?.lane)?.name).toBe('Waiter')
  const guest = await w.guest(mia, boardId)
  expect((await bytesOf('POST /api/boards/[boardId]/import', { boardId }, guest, strToU8('text\nx\n'))).status).toBe(
    403,
  )
})

test('more notes than can come onto a board at once are refused with the limit; as a board they are taken', async () => {
  const mia = await w.owner()
  const boardId = await coffee(mia)
  const rows = strToU8(`text\n${Array.from({ length: 2_001 }, (_, i) => `note ${i}`).join('\n')}\n`)
  const refused = await bytesOf('POST /api/boards/[boardId]/import', { boardId }, mia, rows, '?name=many.csv')
  expect(json(refused.bytes).error.message).toMatch(
    /^This file has 2,001 notes; up to 2,000 can come onto a board at once\./,
  )
  const { board } = json((await importFile(mia, rows, 'many.csv')).bytes)
  const made = await w.server.hub.read(board.id, readBoard)
  expect(made.notes.size).toBe(2_001)
  expect(made.outcomes.map(outcome => outcome.id)).toEqual(['main'])
  expect([...made.notes.values()].every(note => note.made.by === mia.id)).toBe(true)
})

test('an archive brings back content and history, equal to the byte', async () => {
  const mia = await w.owner()
  const boardId = await coffee(mia)
  await w.guest(mia, boardId, 'Ben')
  const archive = await bytesOf('GET /api/boards/[boardId]/archive', { boardId }, mia)
  expect(archive.headers.get('content-type')).toBe('application/zip')
  const looked = json((await importFile(mia, archive.bytes, 'x.zip', '&look=1')).bytes).import
  expect(looked).toMatchObject({ format: 'Brownpaper archive', title: 'A double espresso' })
  expect(looked.changes).toBe(await w.server.store.log.head(boardId))
  const made = json((await importFile(mia, archive.bytes, 'x.zip')).bytes).board
  expect(await planOfBoard(made.id)).toEqual(await planOfBoard(boardId))
  const strip = async (id: string) =>
    (await w.server.store.log.read(id, 0, 1_000)).map(({ docId: _, update, ...entry }) => ({
      ...entry,
      update: Buffer.from(update).toString('hex'),
    }))
  expect(await strip(made.id)).toEqual(await strip(boardId))
  const [a, b] = await Promise.all([boardId, made.id].map(id => w.server.hub.read(id, Y.encodeStateVector)))
  expect(a).toEqual(b)
})

test('an archive is for facilitators: history is not for guests and managers', async () => {
  const mia = await w.owner()
  const boardId = await coffee(mia)
  const guest = await w.guest(mia, boardId)
  const mara = await w.server.person('Mara')
  await w.server.member(mia.workspaceId, mara, 'manager')
  for (const who of [guest, mara])
    expect((await bytesOf('GET /api/boards/[boardId]/archive', { boardId }, who)).status).toBe(403)
})

test('a changed archive, a cut one and a bomb are refused; nobody here can be spoken for', async () => {
  const mia = await w.owner()
  const boardId = await coffee(mia)
  const { bytes } = await bytesOf('GET /api/boards/[boardId]/archive', { boardId }, mia)
  const files = unzipSync(bytes)
  const refusal = async (content: Uint8Array) => json((await importFile(mia, content, 'x.zip')).bytes).error.message
  expect(await refusal(bytes.subarray(0, bytes.length / 2))).toMatch(/cut off or damaged/)
  const log = files['log.bin'] ?? new Uint8Array()
  const bent = log.with(log.length - 9, (log[log.length - 9] ?? 0) ^ 1)
  expect(await refusal(zipSync({ ...files, 'log.bin': bent }))).toMatch(/“log.bin” in the archive is damaged/)
  expect(await refusal(zipSync({ 'a.txt': strToU8('x') }))).toMatch(/no Brownpaper archive/)
  const bombSize = 210 * 1024 * 1024
  expect(await refusal(zipBomb(files, 'state.bin', bombSize, bombSize))).toMatch(/200 MB/)
  // Hashes made to fit again, but not the seal: somebody else's name on what they never wrote.
  const manifest = { ...json(files['manifest.json'] ?? log), title: 'Forged' }
  manifest.files['log.bin'] = await sha256(log)
  const forged = zipSync({ ...files, 'manifest.json': strToU8(JSON.stringify(manifest)) })
  expect(await refusal(forged)).toMatch(/speaks for people of this server/)
})
