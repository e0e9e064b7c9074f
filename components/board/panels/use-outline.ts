import { startTransition, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { usePresence } from '#components/collab/collab-context.tsx'
import { goToLink, goToNote } from '#components/workspace/go-to.ts'
import { useBoard, useBoardVersion, useSelection } from '../state/board-context.tsx'
import { type BoardState, factsOf } from '../state/board-state.ts'
import type { Lens } from '../state/spatial-index.ts'
import { noteOfRow, type OutlineRow, outlineRows } from './outline-rows.ts'

export interface Outline {
  readonly rows: readonly OutlineRow[]
  /** Key of the row that receives the keys. */
  readonly active: string | null
  /** Whether the active row's text is being edited. */
  readonly writing: boolean
  /** Whether each new step is linked from the one before. */
  readonly linked: boolean
  setLinked(linked: boolean): void
  /** Makes a row active, and selects and reveals its entity on the wall. */
  activate(row: OutlineRow): void
  write(key: string): void
  stopWriting(key: string): void
  setOpen(key: string, open: boolean): void
  mayWrite(row: OutlineRow): boolean
  /** Ref of the active row: it gets the focus when it became active by keys, not by the mouse. */
  focusRow(element: HTMLElement | null): void
  /** Returns the row that many rows on; the nearest at either end. */
  step(key: string, by: number): OutlineRow | undefined
  /** Moves the active row and the focus. */
  go(row: OutlineRow | undefined): void
}

const useLens = ({ index }: BoardState): Lens =>
  useSyncExternalStore(
    useCallback(changed => index.subscribe(changed), [index]),
    () => index.lens,
    () => index.lens,
  )

/** Returns the outline's rows and its keyboard state. */
export function useOutline(): Outline {
  const board = useBoard()
  const presence = usePresence()
  const version = useBoardVersion()
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const [linked, setLinked] = useState(true)
  const [active, setActive] = useState<string | null>(null)
  const [writing, setWriting] = useState<string | null>(null)
  const [marks, setMarks] = useState(0)
  const takesFocus = useRef(false)
  const lens = useLens(board)
  useEffect(() => board.marks.subscribe(() => startTransition(() => setMarks(count => count + 1))), [board])
  // biome-ignore lint/correctness/useExhaustiveDependencies: model and marks keep their identity; version and count say that they changed.
  const rows = useMemo(
    () => outlineRows(board.model, lens, board.marks.of, closed),
    [board, lens, closed, version, marks],
  )
  const index = useMemo(() => new Map(rows.map((row, at) => [row.key, at])), [rows])
  const present = active !== null && index.has(active) ? active : (rows[0]?.key ?? null)

  // The wall's selection leads here, too: a note or a link pressed there is the row one comes to.
  const { notes, links } = useSelection()
  const [only] = notes.size + links.size === 1 ? [...notes, ...links] : []
  const latest = useRef(rows)
  latest.current = rows
  useEffect(() => {
    if (only === undefined || board.editing.get() !== null) return
    setActive(now => {
      const row = latest.current.find(one => one.key === now)
      return row?.type === 'mark' && row.noteId === only ? now : only
    })
  }, [only, board])
  useEffect(() => {
    presence.show({ editing: writing })
    return () => presence.show({ editing: null })
  }, [presence, writing])

  const activate = useCallback(
    (row: OutlineRow) => {
      setActive(row.key)
      const id = noteOfRow(row)
      if (row.type === 'link') goToLink(board, row.key)
      else if (id !== null) goToNote(board, id)
    },
    [board],
  )
  const focusRow = useCallback((element: HTMLElement | null) => {
    if (!element || !takesFocus.current) return
    takesFocus.current = false
    element.focus({ preventScroll: true })
  }, [])
  const step = (key: string, by: number) => {
    const at = (index.get(key) ?? 0) + by
    return rows[Math.min(rows.length - 1, Math.max(0, at))]
  }
  const mayWrite = (row: OutlineRow) =>
    row.type === 'lane'
      ? row.lane !== null && board.may('lane.change').ok
      : row.type === 'note' && board.may('note.edit', factsOf(board, row.note)).ok
  return {
    rows,
    active: present,
    writing: writing !== null && writing === present,
    linked,
    setLinked,
    activate,
    write(key) {
      setWriting(key)
      setActive(key)
      const note = board.model.notes.get(key)
      if (!note) return
      board.selection.setNotes([key])
      board.viewport.reveal(note, 60)
    },
    stopWriting: key => setWriting(now => (now === key ? null : now)),
    setOpen: (key, open) =>
      setClosed(now => {
        const next = new Set(now)
        if (open) next.delete(key)
        else next.add(key)
        return next
      }),
    mayWrite,
    focusRow,
    step,
    go(row) {
      if (!row) return
      takesFocus.current = true
      setWriting(null)
      activate(row)
    },
  }
}
