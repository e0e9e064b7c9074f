import { route } from '#server/http/route.ts'
import { fileHeaders } from '#server/use-cases/exports.ts'
import { ownData } from '#server/use-cases/own-data.ts'

export const GET = route('GET /api/account/archive', async ({ running, person }) => {
  const name = `my brownpaper data ${new Date().toISOString().slice(0, 10)}.zip`
  return new Response(await ownData(running, person), { headers: fileHeaders(name, 'application/zip') })
})
