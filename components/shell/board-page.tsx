'use client'
import dynamic from 'next/dynamic'
import type { CollabOptions } from '#components/collab/collab.ts'
import { LoadingWall } from '#components/ui/loading-wall.tsx'

export type BoardPageProps = Pick<CollabOptions, 'boardId' | 'personId'> & {
  known: NonNullable<CollabOptions['known']>
  /** Of the board's workspace, ISO 4217. */
  currency: string | null
}

const load = () => import('./board-app.tsx').then(module => module.BoardApp)
// Loads while the page is still hydrating.
if (typeof window !== 'undefined') void load()

/** Everything beyond the paper needs the browser: sockets, storage, the wall's own measure. */
const BoardApp = dynamic(load, { ssr: false, loading: () => <LoadingWall /> })

export const BoardPage = (props: BoardPageProps) => <BoardApp {...props} />
