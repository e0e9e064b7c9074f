'use client'
import { cx } from 'class-variance-authority'
import { Minus } from 'lucide-react'
import { useCallback, useRef, useSyncExternalStore } from 'react'
import { World } from '#components/board/layers/layers.tsx'
import { useBoard, useMay } from '#components/board/state/board-context.tsx'
import type { BoardState } from '#components/board/state/board-state.ts'
import type { Note } from '#lib/board/snapshot.ts'
import { expand, intersects } from '#lib/geometry/box.ts'
import { useStage } from '../state/use-stage.ts'
import { useBallotStore, useMine } from './voting-context.tsx'

/** Width on screen, px, below which a note has no room for dots: the list beside the wall has. */
const from = 64
/** Zones on the screen at once. */
const most = 200

/** While a vote is open: an area on each of its notes for one's own dots, visible only to oneself. */
export function VotingLayer() {
  const { vote } = useStage()
  const may = useMay('vote.cast')
  if (vote?.status !== 'open' || !may.ok) return null
  return (
    <World className="over-world" scaleVariable>
      <Zones targets={vote.targets} />
    </World>
  )
}

function Zones({ targets }: { targets: readonly string[] }) {
  const board = useBoard()
  const shown = useShown(board, targets)
  return shown.map(note => <Zone key={note.id} note={note} />)
}

/** Returns the visible notes of the vote, once the camera rests. */
function useShown(board: BoardState, targets: readonly string[]): readonly Note[] {
  const last = useRef<readonly Note[]>([])
  const subscribe = useCallback(
    (changed: () => void) => {
      const stops = [board.viewport.onSettled(changed), board.model.subscribe(changed)]
      return () => {
        for (const stop of stops) stop()
      }
    },
    [board],
  )
  const read = () => {
    const { visible } = board.viewport
    const area = expand(visible, visible.w / 4)
    const next = targets
      .flatMap(id => board.model.notes.get(id) ?? [])
      .filter(note => note.w * board.viewport.get().zoom >= from && board.index.has(note.id) && intersects(note, area))
      .slice(0, most)
    const same = next.length === last.current.length && next.every((note, at) => note === last.current[at])
    if (!same) last.current = next
    return last.current
  }
  return useSyncExternalStore(subscribe, read, read)
}

function Zone({ note }: { note: Note }) {
  const store = useBallotStore()
  const mine = useMine().dots[note.id] ?? 0
  const refusal = store?.refusal(note.id) ?? null
  const name = note.text.trim() || 'empty note'
  return (
    <div
      className="pointer-events-auto absolute flex items-center"
      style={{
        left: note.x,
        top: note.y + note.h,
        translate: '0 -20%',
        gap: 'calc(2 * var(--unit))',
        fontSize: 'calc(14 * var(--unit))',
      }}
    >
      <button
        type="button"
        data-own-pointer
        data-dots={mine}
        aria-label={`Place a dot on ${name}. Your dots here: ${mine}`}
        aria-disabled={refusal !== null}
        title={refusal ?? 'Place a dot'}
        onClick={() => store?.place(note.id)}
        className={cx(
          'flex items-center justify-center whitespace-nowrap rounded-full border-ink-900 font-semibold shadow-note figures',
          mine > 0 ? 'bg-ink-900 text-paper-0' : 'border-dashed bg-paper-0 text-ink-900 opacity-90 hover:opacity-100',
        )}
        style={{
          minWidth: 'calc(32 * var(--unit))',
          height: 'calc(32 * var(--unit))',
          padding: '0 calc(8 * var(--unit))',
          borderWidth: 'calc(1.5 * var(--unit))',
        }}
      >
        {mine > 0 ? `●${mine > 1 ? ` ${mine}` : ''}` : '+'}
      </button>
      {mine > 0 && (
        <button
          type="button"
          data-own-pointer
          aria-label={`Take a dot back from ${name}`}
          title="Take a dot back"
          onClick={() => store?.take(note.id)}
          className="grid place-items-center rounded-full border-line-strong bg-paper-0 text-ink-900 shadow-note"
          style={{
            width: 'calc(26 * var(--unit))',
            height: 'calc(26 * var(--unit))',
            borderWidth: 'calc(1 * var(--unit))',
          }}
        >
          <Minus aria-hidden style={{ width: '60%', height: '60%' }} />
        </button>
      )}
    </div>
  )
}
