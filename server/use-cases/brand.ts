import sharp from 'sharp'
import { z } from 'zod'
import { AppError, badRequest } from '#server/base/errors.ts'
import type { Running } from '#server/base/runtime.ts'
import { readBytes } from '#server/http/body.ts'

/** What guests, reports and prints show of a workspace: its name, and its logo as a data address. */
interface BrandView {
  name: string
  logo: string | null
}

type Parts = Pick<Running, 'store'>

/** The logo, stored as one item. */
const [kind, id] = ['logo', 'workspace'] as const
/** Bytes of a file, and px of each side that it may have: more is not a logo, and takes memory. */
const [mostBytes, mostSide] = [1024 * 1024, 4_000]
/** px: sharp where it is shown largest, on paper. */
const box = { width: 480, height: 160 } as const

export async function brandOf({ store }: Parts, workspaceId: string): Promise<BrandView> {
  const [workspace, [item]] = await Promise.all([
    store.workspaces.get(workspaceId),
    store.workspaces.items(workspaceId, kind),
  ])
  return { name: workspace?.name ?? '', logo: item ? z.string().parse(JSON.parse(item.json)) : null }
}

/**
 * Stores the request's body as the logo: a PNG or JPEG, told by its bytes, decoded and encoded anew, so that nothing but
 * its pixels is kept.
 */
export async function putLogo({ store }: Parts, workspaceId: string, request: Request): Promise<BrandView> {
  const given = await readBytes(request, mostBytes, () => {})
  if (!isPng(given) && !isJpeg(given)) throw badRequest('A logo is a PNG or a JPEG picture.')
  const png = await encodedAnew(given)
  const json = JSON.stringify(`data:image/png;base64,${png.toString('base64')}`)
  await store.workspaces.putItem({ workspaceId, kind, id, name: 'Logo', json, createdAt: Date.now() })
  return brandOf({ store }, workspaceId)
}

export async function removeLogo({ store }: Parts, workspaceId: string): Promise<void> {
  await store.workspaces.removeItem(workspaceId, kind, id)
}

const begins = (bytes: Uint8Array, magic: readonly number[]) => magic.every((byte, at) => bytes[at] === byte)
const isPng = (bytes: Uint8Array) => begins(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const isJpeg = (bytes: Uint8Array) => begins(bytes, [0xff, 0xd8, 0xff])

async function encodedAnew(given: Uint8Array): Promise<Buffer> {
  try {
    const picture = sharp(given, { limitInputPixels: mostSide * mostSide, failOn: 'error' })
    // Turned as the camera says, for that is not kept either.
    const shown = picture.autoOrient().resize({ ...box, fit: 'inside', withoutEnlargement: true })
    return await shown.png({ compressionLevel: 9 }).toBuffer()
  } catch {
    throw new AppError(
      'bad-request',
      `This picture cannot be read. It may be damaged, or larger than ${mostSide.toLocaleString('en')} pixels a side.`,
    )
  }
}
