import { contentDisposition } from '#server/http/content-disposition.ts'
import { route } from '#server/http/route.ts'
import { recordFile } from '#server/use-cases/record.ts'

export const GET = route('GET /api/workspaces/[workspaceId]/record/csv', async ({ running, member, query }) => {
  const file = await recordFile(running, member.workspaceId, query)
  const name = `record ${new Date().toISOString().slice(0, 10)}.csv`
  const headers = { 'content-type': 'text/csv;charset=utf-8', 'content-disposition': contentDisposition(name) }
  return new Response(file, { headers: { ...headers, 'cache-control': 'no-store' } })
})
