'use client'
import { cx } from 'class-variance-authority'
import { useEffect, useRef, useState } from 'react'
import { useBoard } from '#components/board/state/board-context.tsx'
import { useCollab, useRoster } from '#components/collab/collab-context.tsx'
import { clockWords } from '#lib/facilitation/clock.ts'
import { type Timer, timeLeft } from '#lib/facilitation/stage.ts'
import { useStage } from '../state/use-stage.ts'
import { playChime, readyChime } from './chime.ts'

/** What is left on the timer by the server's clock, ms; renders anew as each second ends. */
function useTimeLeft(timer: Timer | null): number | null {
  const collab = useCollab()
  // Each welcome improves the estimate of the server's clock.
  useRoster()
  const [, tick] = useState(0)
  const left = timeLeft(timer, collab.now())
  useEffect(() => {
    if (!timer || timer.endsAt === null) return
    let wait: ReturnType<typeof setTimeout>
    const next = () => {
      const rest = timeLeft(timer, collab.now()) ?? 0
      tick(count => count + 1)
      if (rest > 0) wait = setTimeout(next, (rest % 1000) + 8)
    }
    wait = setTimeout(next, ((timeLeft(timer, collab.now()) ?? 0) % 1000) + 8)
    return () => clearTimeout(wait)
  }, [timer, collab])
  return left
}

/** The time left in figures that do not dance, and what it means in colour and words. */
export function Clock({ timer, className }: { timer: Timer; className?: string }) {
  const left = useTimeLeft(timer) ?? 0
  const running = timer.endsAt !== null
  const state = left === 0 ? 'over' : running ? 'running' : 'paused'
  return (
    <time
      role="timer"
      aria-label={`${clockWords(left)} left${state === 'paused' ? ', not running' : ''}`}
      data-timer={state}
      className={cx('figures font-semibold tabular-nums', colourOf(state, left), className)}
    >
      {clockWords(left)}
    </time>
  )
}

function colourOf(state: 'over' | 'running' | 'paused', left: number): string {
  if (state === 'over') return 'text-danger'
  if (state === 'paused') return 'text-ink-500'
  return left <= 60_000 ? 'text-warn' : 'text-ink-900'
}

/** Announces that the time is up, once, by sound and to screen readers, in a tab that saw the timer run. */
export function TimeUp() {
  const { timer } = useStage()
  const board = useBoard()
  const left = useTimeLeft(timer)
  const before = useRef<number | null>(null)
  const runs = timer !== null && timer.endsAt !== null
  useEffect(() => readyChime(window), [])
  useEffect(() => {
    if (runs && left === 0 && (before.current ?? 0) > 0) {
      void playChime()
      board.announce('The time is up.')
    }
    before.current = runs ? left : null
  }, [runs, left, board])
  return null
}
