import { route } from '#server/http/route.ts'
import { pictureOfTemplate } from '#server/use-cases/templates.ts'

/** The wall of a kept template; its address says when it was kept, and it never changes. */
export const GET = route(
  'GET /api/workspaces/[workspaceId]/templates/[itemId]/picture',
  async ({ running, member, params }) => {
    const svg = await pictureOfTemplate(running, member.workspaceId, params.itemId)
    return new Response(svg, {
      headers: {
        'content-type': 'image/svg+xml',
        'cache-control': 'private, max-age=31536000, immutable',
        'content-security-policy': "default-src 'none'; sandbox",
      },
    })
  },
)
