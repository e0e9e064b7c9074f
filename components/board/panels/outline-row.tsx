'use client'
import { cx } from 'class-variance-authority'
import { ChevronRight, CornerDownRight, Lock } from 'lucide-react'
import type { ReactNode } from 'react'
import { Glyph } from '#components/ui/glyph.tsx'
import { Menu, MenuItem } from '#components/ui/menu.tsx'
import { setNotes } from '#lib/board/commands/notes.ts'
import type { Note } from '#lib/board/snapshot.ts'
import { noteKind, noteKinds } from '#lib/notes/kinds/index.ts'
import { papers } from '#lib/notes/papers.ts'
import { useBoard, useCompanions, useIsSelected, useMay } from '../state/board-context.tsx'
import { factsOf } from '../state/board-state.ts'
import type { OutlineRow } from './outline-rows.ts'

/** The content of a row that is not being edited. */
export function RowContent({ row, onWrite }: { row: OutlineRow; onWrite: () => void }) {
  switch (row.type) {
    case 'lane':
      return (
        <Line onWrite={onWrite} className="font-semibold text-sm">
          <ChevronRight aria-hidden className={cx('size-4 shrink-0 transition-transform', row.open && 'rotate-90')} />
          <bdi className="min-w-0 flex-1 truncate">
            {row.lane ? row.lane.name || 'Lane without a name' : 'Open paper'}
          </bdi>
          <span className="text-ink-500 text-xs figures">{row.count}</span>
        </Line>
      )
    case 'note':
      return <NoteLine note={row.note} onWrite={onWrite} />
    case 'mark':
      return (
        <Line className="text-ink-700 text-xs">
          <span
            aria-hidden
            className={cx(
              'grid h-4 min-w-4 place-items-center rounded-full border px-1 text-[0.625rem]',
              row.mark.proposed && 'border-dashed',
            )}
            style={{
              backgroundColor: papers[row.mark.paper].fill,
              borderColor: papers[row.mark.paper].edge,
              color: papers[row.mark.paper].ink,
            }}
          >
            {row.mark.label}
          </span>
          <span className="truncate">{row.mark.title}</span>
        </Line>
      )
    case 'link':
      return (
        <Line className="text-ink-500 text-xs">
          <CornerDownRight aria-hidden className="size-3.5 shrink-0" />
          <bdi className="truncate">
            {row.link.text && `${row.link.text}: `}
            {row.to.text.trim() || noteKind(row.to.kind).label}
          </bdi>
        </Line>
      )
  }
}

function Line({ onWrite, className, children }: { onWrite?: () => void; className?: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the row around it has the focus and the keys; this is the mouse's way.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above.
    <div onClick={onWrite} className={cx('flex min-w-0 flex-1 items-center gap-2 self-stretch', className)}>
      {children}
    </div>
  )
}

function NoteLine({ note, onWrite }: { note: Note; onWrite: () => void }) {
  const writing = useCompanions(note.id).filter(one => one.editing)
  const selected = useIsSelected(note.id)
  return (
    <>
      <KindButton note={note} />
      <Line onWrite={onWrite} className={cx('text-sm', selected && 'font-semibold')}>
        <bdi className={cx('min-w-0 flex-1 truncate', note.text.trim() === '' && 'text-ink-500 italic')}>
          {note.text.trim().replace(/\s+/g, ' ') || 'empty'}
        </bdi>
        {note.locked && <Lock aria-label="locked" className="size-3.5 shrink-0 text-ink-500" />}
        {writing.map(one => (
          <span
            key={one.personId}
            className="max-w-24 truncate rounded-sm px-1 text-white text-xs"
            style={{ backgroundColor: one.colour }}
          >
            {one.name}
          </span>
        ))}
      </Line>
    </>
  )
}

function KindButton({ note }: { note: Note }) {
  const board = useBoard()
  const kind = noteKind(note.kind)
  const paper = papers[note.colour ?? kind.paper]
  const may = useMay('note.edit', factsOf(board, note))
  return (
    <Menu
      label="Kind of note"
      trigger={
        <button
          type="button"
          tabIndex={-1}
          disabled={!may.ok}
          aria-label={`${kind.label}: change the kind`}
          className="grid size-6 shrink-0 place-items-center rounded-note shadow-note"
          style={{ backgroundColor: paper.fill, color: paper.ink }}
        >
          <Glyph name={kind.icon} className="size-3.5" />
        </button>
      }
    >
      {noteKinds.map(one => (
        <MenuItem
          key={one.id}
          icon={<Glyph name={one.icon} />}
          title={one.hint}
          onSelect={() => setNotes(board.writer, 'note.kind', [note.id], { kind: one.id })}
        >
          {one.label}
        </MenuItem>
      ))}
    </Menu>
  )
}
