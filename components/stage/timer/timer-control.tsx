'use client'
import { Bell, BellOff, Timer as TimerIcon } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useMay } from '#components/board/state/board-context.tsx'
import { Button } from '#components/ui/button.tsx'
import { Input } from '#components/ui/input.tsx'
import { Popover } from '#components/ui/popover.tsx'
import { useStore } from '#components/ui/store.ts'
import { Switch } from '#components/ui/switch.tsx'
import { ActionButton, ActionIcon } from '#components/workspace/action-controls.tsx'
import { useAsk } from '../state/ask.ts'
import { useStage } from '../state/use-stage.ts'
import { chime } from './chime.ts'
import { Clock } from './clock.tsx'
import { addMinute, endTimer, runTimer } from './timer-actions.ts'

/**
 * The timer in the top bar; the facilitator starts and pauses it beside the figures, and opens the rest behind them.
 */
export function TimerControl() {
  const { timer } = useStage()
  const mayLead = useMay('stage.lead').ok
  if (!timer && !mayLead) return null
  return (
    <div className="flex shrink-0 items-center">
      <Popover
        label="Timer"
        className="w-72"
        trigger={
          <button
            type="button"
            aria-label={timer ? undefined : 'Set a timer'}
            className="flex h-9 items-center gap-2 rounded-md px-2 hover:bg-ink-900/10 touch:min-h-11"
          >
            {timer ? <Clock timer={timer} className="text-lg leading-none" /> : <TimerIcon className="size-5" />}
          </button>
        }
      >
        <TimerPanel />
      </Popover>
      {mayLead && timer && <ActionIcon action={runTimer} size="sm" />}
    </div>
  )
}

const lengths = [1, 3, 5, 10, 15, 20]

/** All settings of the timer; for everybody but the facilitator, only the sound. */
export function TimerPanel() {
  const { timer } = useStage()
  const mayLead = useMay('stage.lead').ok
  const sound = useStore(chime)
  return (
    <div className="grid gap-3">
      {mayLead && timer && (
        <div className="grid grid-cols-3 gap-2">
          <ActionButton action={runTimer} size="sm" />
          <ActionButton action={addMinute} size="sm" />
          <ActionButton action={endTimer} size="sm" />
        </div>
      )}
      {mayLead && <NewTimer />}
      <Switch
        label={
          <span className="inline-flex items-center gap-2">
            {sound ? <Bell aria-hidden className="size-4" /> : <BellOff aria-hidden className="size-4" />}
            Soft sound when the time is up
          </span>
        }
        checked={sound}
        onCheckedChange={on => chime.choose(on)}
      />
    </div>
  )
}

function NewTimer() {
  const ask = useAsk()
  const [own, setOwn] = useState('')
  const start = (minutes: number) => void ask('timer.start', { minutes })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const minutes = Number(own)
    if (minutes >= 0.1 && minutes <= 600) start(minutes)
  }
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 text-ink-500 text-xs">Start anew, minutes</legend>
      <div className="grid grid-cols-6 gap-1">
        {lengths.map(minutes => (
          <Button
            key={minutes}
            size="sm"
            variant="quiet"
            className="figures px-0!"
            aria-label={`Start a timer of ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`}
            onClick={() => start(minutes)}
          >
            {minutes}
          </Button>
        ))}
      </div>
      <form onSubmit={submit} className="flex gap-2">
        <Input
          aria-label="Minutes of your own choice"
          type="number"
          min={0.1}
          max={600}
          step="any"
          inputMode="decimal"
          value={own}
          onChange={event => setOwn(event.target.value)}
          placeholder="Other"
          className="h-9! min-w-0 flex-1"
        />
        <Button size="sm" type="submit" disabled={own === ''}>
          Start
        </Button>
      </form>
    </fieldset>
  )
}
