import { timeLeft } from '#lib/facilitation/stage.ts'
import { badRequest } from '#server/base/errors.ts'
import type { Implementations } from '#server/collab/command.ts'
import { changesStage } from './change.ts'

const minute = 60_000
const longest = 24 * 60 * minute

export const timer = {
  'timer.start': changesStage(({ timer }, input, { now }) => {
    if (input.minutes !== undefined) {
      const totalMs = input.minutes * minute
      return { timer: { endsAt: now + totalMs, leftMs: null, totalMs }, frozen: false }
    }
    if (!timer) throw badRequest('Set how long the timer runs first.')
    if (timer.endsAt !== null) return {}
    return { timer: { endsAt: now + (timer.leftMs || timer.totalMs), leftMs: null, totalMs: timer.totalMs } }
  }),

  'timer.pause': changesStage(({ timer }, _, { now }) =>
    timer && timer.endsAt !== null
      ? { timer: { endsAt: null, leftMs: timeLeft(timer, now), totalMs: timer.totalMs } }
      : {},
  ),

  'timer.add': changesStage(({ timer }, input, { now }) => {
    const left = Math.min(longest, Math.max(0, (timeLeft(timer, now) ?? 0) + input.minutes * minute))
    const totalMs = Math.min(longest, Math.max(left, (timer?.totalMs ?? 0) + input.minutes * minute))
    const running = timer !== null && timer.endsAt !== null
    return { timer: running ? { endsAt: now + left, leftMs: null, totalMs } : { endsAt: null, leftMs: left, totalMs } }
  }),

  'timer.end': changesStage(() => ({ timer: null })),
} satisfies Partial<Implementations>
