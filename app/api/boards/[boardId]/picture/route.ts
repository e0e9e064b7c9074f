import { limit } from '#server/base/rate-limit.ts'
import { route } from '#server/http/route.ts'

/** Returns a small picture of the board for cards and the library, at most a minute old. */
export const GET = route('GET /api/boards/[boardId]/picture', async ({ running, access, person }) => {
  limit('picture', person.id)
  const svg = await running.reader.make(person.id, 'miniature', access.board.id, null)
  return new Response(svg, {
    headers: {
      'content-type': 'image/svg+xml',
      'cache-control': 'private, max-age=60, stale-while-revalidate=3600',
      'content-security-policy': "default-src 'none'; sandbox",
    },
  })
})
