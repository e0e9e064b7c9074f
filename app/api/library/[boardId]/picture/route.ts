import { notFound } from '#server/base/errors.ts'
import { route } from '#server/http/route.ts'

/** The wall of a finished board; it never changes, so it is kept. */
export const GET = route('GET /api/library/[boardId]/picture', async ({ running, access }) => {
  const picture = await running.store.library.picture(access.board.id)
  if (picture === null) throw notFound()
  return new Response(running.reader.inHand(picture), {
    headers: {
      'content-type': 'image/svg+xml',
      'cache-control': 'private, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; font-src data:; sandbox",
    },
  })
})
