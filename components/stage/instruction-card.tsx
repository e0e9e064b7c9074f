'use client'
import { X } from 'lucide-react'
import { useCallback, useEffect, useRef } from 'react'
import { useBoard } from '#components/board/state/board-context.tsx'
import { Button } from '#components/ui/button.tsx'
import { isComposing } from '#components/ui/composing.ts'
import { IconButton } from '#components/ui/icon-button.tsx'
import { isPhone } from '#components/ui/phone.ts'
import { useFrame, useFrameStore } from '#components/workspace/frame-state.ts'
import { Instruction } from './agenda/instruction.tsx'
import { useStage } from './state/use-stage.ts'
import { whereIs } from './state/where.ts'

/** Activities whose card was folded in this browser, on any board. */
const key = 'brownpaper.met'
const most = 200

function met(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(stored) ? stored.filter(id => typeof id === 'string') : []
  } catch {
    return []
  }
}

/** Unfolds the card of the present activity, and folds it. */
export function useFold() {
  const frame = useFrameStore()
  const id = whereIs(useStage()).item?.id ?? null
  const unfold = useCallback(() => frame.change({ card: id }), [frame, id])
  const fold = useCallback(() => {
    const { card } = frame.get()
    if (card === null) return
    frame.change({ card: null })
    try {
      localStorage.setItem(key, JSON.stringify([...met().filter(one => one !== card), card].slice(-most)))
    } catch {
      // Without storage the card is there again after a reload.
    }
  }, [frame])
  return { unfold, fold }
}

/**
 * What to do now, in full: unfolded at the first meeting of an activity and by a press on the stage; folded by the
 * first thing that one does.
 */
export function InstructionCard() {
  const stage = useStage()
  const board = useBoard()
  const { card, panel } = useFrame()
  const frame = useFrameStore()
  const { item, at, next } = whereIs(stage)
  const { fold } = useFold()
  const isNewcomer = useNewcomer(item?.id)
  const [id, name] = [item?.id, item?.name]
  useEffect(() => {
    if (id !== undefined) board.announce(`Now: ${name}.`)
    frame.change({ card: id !== undefined && !met().includes(id) ? id : null })
  }, [id, name, board, frame])
  // On a phone a panel stands over the card, and says it.
  const open = item !== null && card === item.id && !(panel !== null && isPhone())
  useFoldsAtFirstDeed(open, fold)
  if (!open) return null
  return (
    <section
      data-card
      data-float
      aria-label={`Instruction: ${item.name}`}
      className="absolute inset-x-3 top-2 z-20 mx-auto max-w-md origin-top animate-unfold rounded-md border border-line bg-paper-0 p-4 pt-3 text-ink-900 shadow-lift"
    >
      <header className="mb-1 flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <p className="text-ink-500 text-xs figures">
            {at + 1} of {stage.agenda.length}
            {item.minutes > 0 && `, ${item.minutes} minutes`}
          </p>
          <h2 className="text-lg" dir="auto">
            {item.name}
          </h2>
        </div>
        <IconButton label="Put the card away" size="sm" className="-mr-1.5" onClick={fold}>
          <X />
        </IconButton>
      </header>
      {isNewcomer && <SoFar at={at} />}
      <Instruction item={item} short />
      <div className="mt-3 flex items-center gap-3">
        <p className="min-w-0 flex-1 truncate text-ink-500 text-xs">
          {next && (
            <>
              Then: <bdi>{next.name}</bdi>
            </>
          )}
        </p>
        <Button variant="primary" size="sm" onClick={fold}>
          Got it
        </Button>
      </div>
    </section>
  )
}

/** Whether this is the first activity that this tab sees of the board. */
function useNewcomer(id: string | undefined): boolean {
  const frame = useFrameStore()
  const first = useRef<string | null>(null)
  if (id !== undefined) first.current ??= id
  return !frame.seenBefore && first.current === id
}

/** For who has just come: what is promised, and in two sentences where we are. */
function SoFar({ at }: { at: number }) {
  const { model } = useBoard()
  const { agenda } = useStage()
  const promise = model.outcomes[0]?.promise.trim() ?? ''
  const done = agenda.slice(0, at).map(({ name }) => name)
  const { size } = model.notes
  if (promise === '' && done.length === 0) return null
  return (
    <div className="mb-2 grid gap-1 rounded-sm bg-paper-100 px-3 py-2 text-sm">
      {promise !== '' && (
        <p dir="auto">
          <span className="text-ink-500">We promise: </span>
          {promise}
        </p>
      )}
      {done.length > 0 && (
        <p>
          Done so far: <bdi>{new Intl.ListFormat('en').format(done)}</bdi>. There {size === 1 ? 'is' : 'are'} {size}{' '}
          {size === 1 ? 'note' : 'notes'} on the wall.
        </p>
      )}
    </div>
  )
}

/** Keys with which one only goes somewhere, as to the card itself. */
const onTheWay = /^(Tab|F6|Shift|Control|Alt|Meta|CapsLock)$/

function useFoldsAtFirstDeed(open: boolean, fold: () => void): void {
  useEffect(() => {
    if (!open) return
    const did = (event: Event) => {
      if (event instanceof KeyboardEvent && (isComposing(event) || onTheWay.test(event.key))) return
      const inCard = event.target instanceof Element && event.target.closest('[data-card],[data-card-toggle]')
      if (!inCard || (event instanceof KeyboardEvent && event.key === 'Escape')) fold()
    }
    window.addEventListener('pointerdown', did, { capture: true })
    window.addEventListener('keydown', did, { capture: true })
    return () => {
      window.removeEventListener('pointerdown', did, { capture: true })
      window.removeEventListener('keydown', did, { capture: true })
    }
  }, [open, fold])
}
