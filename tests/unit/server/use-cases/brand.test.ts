import sharp from 'sharp'
import { expect, test } from 'vitest'
import { openWorkshop } from '#tests/drivers/api.ts'

const w = openWorkshop()
const path = '/api/workspaces/[workspaceId]/logo'
type Owner = Awaited<ReturnType<typeof w.owner>>

const put = ({ workspaceId, cookie }: Owner, body: Uint8Array | string) =>
  w.api(`PUT ${path}`, { workspaceId }, { cookie, body })
const picture = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: 'red' } })
const pixelsOf = (logo: string) => sharp(Buffer.from(logo.split(',')[1] ?? '', 'base64'))

test('a logo is kept as its pixels alone, in the size in which it is shown', async () => {
  const mia = await w.owner('Mia')
  const jpeg = await picture(1200, 200)
    .withExif({ IFD0: { Copyright: 'told to nobody' } })
    .jpeg()
    .toBuffer()
  expect(jpeg.includes('told to nobody')).toBe(true)
  const { brand } = (await put(mia, jpeg)).body
  expect(brand.name).toBe('Mia’s')
  expect(brand.logo).toMatch(/^data:image\/png;base64,/)
  const { format, width, height, exif } = await pixelsOf(brand.logo).metadata()
  expect({ format, width, height, exif }).toEqual({ format: 'png', width: 480, height: 80, exif: undefined })
  const small = await put(mia, await picture(20, 10).png().toBuffer())
  expect(await pixelsOf(small.body.brand.logo).metadata()).toMatchObject({ width: 20, height: 10 })
})

test('what is no PNG or JPEG, damaged, too large or too many pixels is refused with a sentence', async () => {
  const mia = await w.owner()
  const says = async (body: Uint8Array | string) => {
    const { status, body: answer } = await put(mia, body)
    return [status, answer.error.message]
  }
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  expect(await says(svg)).toEqual([400, 'A logo is a PNG or a JPEG picture.'])
  expect(await says(await picture(9, 9).webp().toBuffer())).toEqual([400, 'A logo is a PNG or a JPEG picture.'])
  expect(await says('')).toEqual([400, 'A logo is a PNG or a JPEG picture.'])
  const png = await picture(90, 90).png().toBuffer()
  expect((await says(png.subarray(0, 60)))[1]).toMatch(/cannot be read/)
  expect((await says(await picture(5000, 5000).png().toBuffer()))[1]).toMatch(/cannot be read/)
  expect((await says(Buffer.concat([png, Buffer.alloc(1024 * 1024)])))[0]).toBe(413)
})

test('guests see at the door whose board it is; only the owner chooses the logo', async () => {
  const [mia, ben] = [await w.owner('Mia'), await w.owner('Ben')]
  const boardId = await w.board(mia)
  const { token } = await w.invite(mia, boardId)
  const door = async () => (await w.api('POST /api/join/look', {}, { body: { token } })).body.workspace
  expect(await door()).toEqual({ name: 'Mia’s', logo: null })
  const png = await picture(9, 9).png().toBuffer()
  expect((await put({ ...mia, cookie: ben.cookie }, png)).status).toBe(404)
  const { workspaceId } = mia
  await w.server.store.workspaces.setMember({ workspaceId, personId: ben.id, role: 'facilitator' })
  expect((await put({ ...mia, cookie: ben.cookie }, png)).status).toBe(403)
  await put(mia, png)
  expect((await door()).logo).toMatch(/^data:image\/png/)
  await w.api(`DELETE ${path}`, { workspaceId }, { cookie: mia.cookie })
  expect((await door()).logo).toBeNull()
})
