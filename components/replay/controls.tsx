'use client'
import { Crosshair, FastForward, Filter, History, Pause, Play, SkipBack, SkipForward } from 'lucide-react'
import { IconButton } from '#components/ui/icon-button.tsx'
import { ReplayFilters } from './filters.tsx'
import { type Speed, speeds } from './playback.ts'
import { clockTime, look, sentence, useLooking, useMoment, usePlayback, useReplay } from './replay-context.ts'

/** Play, steps, speed, and what is being looked at. */
export function Controls() {
  const replay = useReplay()
  const { playback, looking } = replay
  const { playing, speed, skip, row } = usePlayback()
  const { follow, panel, people, kinds } = useLooking()
  const filtered = people.size + kinds.size
  return (
    <div className="flex flex-wrap items-center justify-between gap-y-1 px-1.5 pb-2 sm:flex-nowrap sm:px-3 max-sm:[&_button]:px-0">
      <div className="flex items-center sm:gap-1">
        <IconButton
          label="One step back"
          shortcut="ArrowLeft"
          side="top"
          disabled={row < 0}
          onClick={() => playback.step(-1)}
        >
          <SkipBack />
        </IconButton>
        <IconButton
          label={playing ? 'Pause' : 'Play'}
          shortcut="Space"
          side="top"
          variant="primary"
          onClick={() => playback.toggle()}
        >
          {playing ? <Pause /> : <Play />}
        </IconButton>
        <IconButton
          label="One step on"
          shortcut="ArrowRight"
          side="top"
          disabled={row >= playback.last}
          onClick={() => playback.step(1)}
        >
          <SkipForward />
        </IconButton>
        <label className="sm:ml-1">
          <span className="sr-only">Speed</span>
          <select
            value={speed}
            onChange={event => playback.setSpeed(Number(event.currentTarget.value) as Speed)}
            className="h-8 rounded-md border border-line-strong bg-paper-0 px-1.5 text-sm figures touch:h-11"
          >
            {speeds.map(each => (
              <option key={each} value={each}>
                {each}×
              </option>
            ))}
          </select>
        </label>
      </div>
      <Words />
      <div className="flex items-center sm:gap-1">
        <IconButton label="Skip silence" side="top" aria-pressed={skip} onClick={() => playback.setSkip(!skip)}>
          <FastForward />
        </IconButton>
        <IconButton
          label="Follow the action"
          shortcut="F"
          side="top"
          aria-pressed={follow}
          onClick={() => look(replay, { follow: !looking.get().follow })}
        >
          <Crosshair />
        </IconButton>
        <ReplayFilters
          trigger={
            <IconButton
              label={filtered > 0 ? `Who and what: ${filtered} chosen` : 'Who and what'}
              aria-pressed={filtered > 0}
            >
              <Filter />
            </IconButton>
          }
        />
        <IconButton
          label="History"
          shortcut="H"
          side="top"
          aria-pressed={panel}
          onClick={() => look(replay, { panel: !looking.get().panel })}
        >
          <History />
        </IconButton>
      </div>
    </div>
  )
}

/** What happened at the moment shown. */
function Words() {
  const { facts, playback } = useReplay()
  const { event } = useMoment()
  const { row } = usePlayback()
  return (
    <p
      data-moment={row}
      className="min-w-0 flex-1 truncate px-2 text-ink-700 text-sm max-sm:order-first max-sm:basis-full sm:px-4"
    >
      {event ? (
        <>
          <span className="text-ink-500 figures">{clockTime(event.at)}</span> <bdi>{sentence(facts, event)}</bdi>
        </>
      ) : (
        `${playback.columns.count === 0 ? 'Nothing has happened yet' : 'Before anything happened'}`
      )}
    </p>
  )
}
