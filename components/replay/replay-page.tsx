'use client'
import dynamic from 'next/dynamic'
import { useEffect, useState } from 'react'
import { preload } from 'react-dom'
import { LoadingWall } from '#components/ui/loading-wall.tsx'
import type { ReplayFacts } from '#lib/replay/facts.ts'
import { PlayerThread, rowsPath } from './player-thread.ts'

export interface ReplayPageProps {
  facts: ReplayFacts
  /** Where to begin: a row, or the birth or history of a note; else at the beginning. */
  from: { row?: number; born?: string; note?: string }
  /** Whether this person may put the board back. */
  mayRepair: boolean
}

/** Everything beyond the paper needs the browser: a worker, the wall's own measure. */
const ReplayApp = dynamic(() => import('./replay-app.tsx').then(module => module.ReplayApp), {
  ssr: false,
  loading: () => <LoadingWall says="Fetching the recording" />,
})

/** Starts the worker and fetches the recording at once, beside the player's own code. */
export function ReplayPage(props: ReplayPageProps) {
  const { boardId, door } = props.facts
  preload(rowsPath({ boardId, door }), { as: 'fetch', crossOrigin: 'anonymous' })
  const [thread, setThread] = useState<PlayerThread | null>(null)
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is another thread.
  useEffect(() => {
    const started = new PlayerThread({ boardId, door })
    setThread(started)
    return () => started.close()
  }, [boardId, door, attempt])
  return <ReplayApp {...props} thread={thread} onRetry={() => setAttempt(attempt + 1)} />
}
