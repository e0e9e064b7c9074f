'use client'
import dynamic from 'next/dynamic'
import { PaperFirst } from '#components/board/frame/paper-first.tsx'
import type { ReplayFacts } from '#lib/replay/facts.ts'

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
  loading: () => <PaperFirst says="Fetching the recording" />,
})

export const ReplayPage = (props: ReplayPageProps) => <ReplayApp {...props} />
