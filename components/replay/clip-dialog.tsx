'use client'
import { Film } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { recordClip } from './clip.ts'
import { type FilmFormat, filmFormat } from './film-format.ts'
import { clockTime, look, useLooking, useReplay } from './replay-context.ts'

/** A stretch of the replay as a film: chosen on the axis, drawn and saved in this browser. */
export function ClipDialog() {
  const replay = useReplay()
  const { over } = useLooking()
  const open = over === 'clip'
  const format = open ? filmFormat() : null
  const file = format?.ending === 'mp4' ? 'an MP4' : 'a WebM'
  return (
    <Dialog
      title="Record a clip"
      description={`Plays the stretch once, films the wall, and saves it on this computer as ${file} file.`}
      open={open}
      onOpenChange={open => look(replay, { over: open ? 'clip' : null })}
    >
      {format ? (
        <Form format={format} />
      ) : (
        <p>This browser cannot record films. Try a current Chrome, Edge, Firefox or Safari.</p>
      )}
    </Dialog>
  )
}

/** Steps of the two sliders along the axis. */
const steps = 200
const lengths = [10, 20, 30, 60]

function Form({ format }: { format: FilmFormat }) {
  const replay = useReplay()
  const { playback, facts } = replay
  const [from, setFrom] = useState(Math.min(steps - 20, Math.round(playback.shareOf(playback.get().row) * steps)))
  const [to, setTo] = useState(steps)
  const [seconds, setSeconds] = useState(20)
  const [progress, setProgress] = useState<number | null>(null)
  const [problem, setProblem] = useState('')
  const stopping = useRef<AbortController | null>(null)
  const timeAt = (step: number) => clockTime(playback.columns.at[Math.max(0, playback.rowAtShare(step / steps))] ?? 0)
  const start = async () => {
    const controller = new AbortController()
    stopping.current = controller
    setProblem('')
    setProgress(0)
    try {
      const film = await recordClip(replay, {
        format,
        from: from / steps,
        to: to / steps,
        seconds,
        signal: controller.signal,
        onProgress: setProgress,
      })
      if (film) save(film, `${facts.title} ${timeAt(from)}.${format.ending}`)
    } catch (error) {
      setProblem(error instanceof Error ? error.message : 'The film could not be made.')
    }
    setProgress(null)
  }
  return (
    <div className="grid gap-4">
      <Slide label="From" value={from} says={timeAt(from)} onChange={value => setFrom(Math.min(value, to - 1))} />
      <Slide label="To" value={to} says={timeAt(to)} onChange={value => setTo(Math.max(value, from + 1))} />
      <label className="flex items-center gap-2 text-sm">
        Length of the film
        <select
          value={seconds}
          onChange={event => setSeconds(Number(event.currentTarget.value))}
          className="h-9 rounded-md border border-line-strong bg-paper-0 px-2"
        >
          {lengths.map(each => (
            <option key={each} value={each}>
              {each} seconds
            </option>
          ))}
        </select>
      </label>
      <p role="alert" className="text-danger text-sm empty:hidden">
        {problem}
      </p>
      {progress === null ? (
        <Button variant="primary" className="justify-self-end" onClick={() => void start()}>
          <Film aria-hidden />
          Record
        </Button>
      ) : (
        <div className="flex items-center gap-3">
          <div
            role="progressbar"
            aria-label="Recording"
            aria-valuenow={Math.round(progress * 100)}
            aria-valuemin={0}
            aria-valuemax={100}
            className="h-2 flex-1 overflow-hidden rounded-full bg-paper-200"
          >
            <div className="h-full bg-accent" style={{ width: `${progress * 100}%` }} />
          </div>
          <Button size="sm" onClick={() => stopping.current?.abort()}>
            Stop
          </Button>
        </div>
      )}
    </div>
  )
}

function Slide(props: { label: string; value: number; says: string; onChange: (value: number) => void }) {
  return (
    <label className="grid gap-1 text-sm">
      <span className="flex justify-between">
        {props.label} <span className="text-ink-500 figures">{props.says}</span>
      </span>
      <input
        type="range"
        min={0}
        max={steps}
        value={props.value}
        aria-valuetext={props.says}
        onChange={event => props.onChange(Number(event.currentTarget.value))}
        className="accent-accent"
      />
    </label>
  )
}

function save(film: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(film)
  link.download = name.replace(/[/\\:*?"<>|]/g, '-')
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
