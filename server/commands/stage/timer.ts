import { z } from 'zod'
import { timeLeft } from '#lib/facilitation/stage.ts'
import { badRequest } from '#server/base/errors.ts'
import { stageCommand } from './change.ts'

const minute = 60_000
const minutes = z.number().min(0.1).max(600)
const longest = 24 * 60 * minute

/** Starts the timer, or lets it go on after a pause; with minutes, anew. */
export const startTimer = stageCommand({
  name: 'timer.start',
  ability: 'stage.lead',
  input: z.strictObject({ minutes: minutes.optional() }),
  change({ timer }, input, { now }) {
    if (input.minutes !== undefined) {
      const totalMs = input.minutes * minute
      return { timer: { endsAt: now + totalMs, leftMs: null, totalMs }, frozen: false }
    }
    if (!timer) throw badRequest('Set how long the timer runs first.')
    if (timer.endsAt !== null) return {}
    return { timer: { endsAt: now + (timer.leftMs || timer.totalMs), leftMs: null, totalMs: timer.totalMs } }
  },
})

export const pauseTimer = stageCommand({
  name: 'timer.pause',
  ability: 'stage.lead',
  input: z.strictObject({}),
  change: ({ timer }, _, { now }) =>
    timer && timer.endsAt !== null
      ? { timer: { endsAt: null, leftMs: timeLeft(timer, now), totalMs: timer.totalMs } }
      : {},
})

/** Gives more (or less) time; an ended timer runs again, and what its end froze thaws. */
export const addTime = stageCommand({
  name: 'timer.add',
  ability: 'stage.lead',
  input: z.strictObject({ minutes: z.number().min(-600).max(600) }),
  change({ timer }, input, { now }) {
    const left = Math.min(longest, Math.max(0, (timeLeft(timer, now) ?? 0) + input.minutes * minute))
    const totalMs = Math.min(longest, Math.max(left, (timer?.totalMs ?? 0) + input.minutes * minute))
    const running = timer !== null && timer.endsAt !== null
    return { timer: running ? { endsAt: now + left, leftMs: null, totalMs } : { endsAt: null, leftMs: left, totalMs } }
  },
})

export const endTimer = stageCommand({
  name: 'timer.end',
  ability: 'stage.lead',
  input: z.strictObject({}),
  change: () => ({ timer: null }),
})
