'use client'
import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react'
import { useBoard } from '#components/board/state/board-context.tsx'
import { useStoreLater, useStorePart } from '#components/ui/store.ts'
import type { Analysis, BothViews } from '#lib/method/analysis.ts'
import { feedWall } from './feed-wall.ts'
import { MethodStore, type WithFigures } from './method-store.ts'

const MethodContext = createContext<MethodStore | null>(null)

/**
 * Computes the method for the board around it, stamps the wall, and provides both to the panels. `latest`, ms: the
 * longest delay behind a board that keeps changing.
 */
export function MethodProvider({ latest, children }: { latest?: number; children: ReactNode }) {
  const board = useBoard()
  const store = useMemo(() => new MethodStore(board), [board])
  useEffect(() => {
    const stops = [store.start(latest), feedWall(board, store)]
    return () => {
      for (const stop of stops) stop()
    }
  }, [board, store, latest])
  return <MethodContext value={store}>{children}</MethodContext>
}

export function useMethodStore(): MethodStore {
  const store = useContext(MethodContext)
  if (!store) throw new Error('No MethodProvider around this component.')
  return store
}

/** Both views of the board, a moment after each change. */
export const useMethod = (): BothViews => useStoreLater(useMethodStore())

/** The same with figures, which are computed only while a component uses them; null until they are there. */
export function useFigures(): WithFigures | null {
  const store = useMethodStore()
  useEffect(() => store.wantFigures(), [store])
  return useStoreLater(store.figures)
}

/** The view the wall shows now. */
export const useShownView = (): 'as-is' | 'to-be' =>
  useStorePart(useBoard().seen, value => (value < 0.5 ? 'as-is' : 'to-be'))

export function useAnalysis(): Analysis {
  const { asIs, toBe } = useMethod()
  return useShownView() === 'as-is' ? asIs : toBe
}
