import { useEffect } from 'react'
import { isTyping } from '#components/workspace/keymap.ts'
import { type Playback, speeds } from './playback.ts'
import { look, type Replay, useReplay } from './replay-context.ts'

/** What the keys do, in the order of the sheet that shows them. */
export const replayKeys: readonly { keys: readonly string[]; says: string; perform(replay: Replay): void }[] = [
  { keys: [' ', 'k'], says: 'Play or pause', perform: ({ playback }) => playback.toggle() },
  { keys: ['ArrowRight'], says: 'One step on', perform: ({ playback }) => playback.step(1) },
  { keys: ['ArrowLeft'], says: 'One step back', perform: ({ playback }) => playback.step(-1) },
  { keys: ['l'], says: 'Play, or play faster', perform: faster },
  { keys: ['j'], says: 'Ten seconds back', perform: ({ playback }) => playback.jump(-10_000) },
  { keys: ['Home'], says: 'To the beginning', perform: ({ playback }) => playback.goTo(-1) },
  { keys: ['End'], says: 'To the end', perform: ({ playback }) => playback.goTo(playback.last) },
  { keys: ['.'], says: 'To the next mark', perform: replay => toMark(replay, 1) },
  { keys: [','], says: 'To the mark before', perform: replay => toMark(replay, -1) },
  {
    keys: ['f'],
    says: 'Follow the action with the camera, or not',
    perform: replay => look(replay, { follow: !replay.looking.get().follow }),
  },
  {
    keys: ['h'],
    says: 'Show or hide the history',
    perform: replay => look(replay, { panel: !replay.looking.get().panel }),
  },
  { keys: ['?'], says: 'Show these keys', perform: replay => look(replay, { over: 'keys' }) },
]

function faster({ playback }: Replay): void {
  const { playing, speed } = playback.get()
  if (playing) playback.setSpeed(speeds[Math.min(speeds.length - 1, speeds.indexOf(speed) + 1)] ?? speed)
  else playback.play()
}

/** Goes to the previous or next mark. */
function toMark({ playback, ...replay }: Replay, way: 1 | -1): void {
  const marks = replay.marks.get()
  const { row } = playback.get()
  const mark = way === 1 ? marks.find(each => each.row > row) : marks.findLast(each => each.row < row - 1)
  if (mark) playback.goTo(mark.row)
}

/** Handles a key on the focused timeline; returns whether it did anything. */
export function sliderKey(playback: Playback, key: string): boolean {
  const page = playback.time.length / 20
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      playback.step(1)
      return true
    case 'ArrowLeft':
    case 'ArrowDown':
      playback.step(-1)
      return true
    case 'PageUp':
      playback.jump(page)
      return true
    case 'PageDown':
      playback.jump(-page)
      return true
    case 'Home':
      playback.goTo(-1)
      return true
    case 'End':
      playback.goTo(playback.last)
      return true
    case ' ':
      playback.toggle()
      return true
    default:
      return false
  }
}

/** Keys belong to the player unless somebody is typing or the focused control has keys of its own. */
export function useReplayKeys(): void {
  const replay = useReplay()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return
      const target = event.target instanceof Element ? event.target : null
      if (target?.closest('[role="dialog"],[role="menu"],[role="slider"]')) return
      // A focused button has Space and Enter to itself.
      if (event.key === ' ' && target?.closest('button,a,summary')) return
      const found = replayKeys.find(({ keys }) =>
        keys.includes(event.key.length === 1 ? event.key.toLowerCase() : event.key),
      )
      if (!found) return
      event.preventDefault()
      found.perform(replay)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [replay])
}
