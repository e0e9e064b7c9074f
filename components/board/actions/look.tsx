import { Paintbrush } from 'lucide-react'
import { glyphIcon } from '#components/ui/glyph.tsx'
import { about, type WallAction } from '#components/workspace/action.ts'
import { setNotes } from '#lib/board/commands/notes.ts'
import { noteKinds } from '#lib/notes/kinds/index.ts'
import { paperIds, papers } from '#lib/notes/papers.ts'
import { type BoardState, factsOf } from '../state/board-state.ts'
import { allLocked, free, hasNotes, onFree } from './subject.ts'

const write = (board: BoardState, command: string, fields: Parameters<typeof setNotes>[3]) =>
  setNotes(
    board.writer,
    command,
    free(board).map(note => note.id),
    fields,
  )

/** Changes the kind of the selected notes; each keeps a colour that was chosen for it. */
export const kindActions: readonly WallAction[] = noteKinds.map(kind => ({
  id: `look.kind.${kind.id}`,
  label: `Make it: ${kind.label}`,
  short: kind.label,
  group: 'look',
  icon: glyphIcon(kind.icon),
  applies: hasNotes,
  needs: [
    about('note.edit', free),
    { ability: 'note.kind', of: board => free(board).map(note => ({ ...factsOf(board, note), kind: kind.id })) },
  ],
  unless: allLocked,
  perform: board => write(board, 'note.kind', { kind: kind.id }),
}))

export const colourActions: readonly WallAction[] = [
  ...paperIds.map(
    (paper): WallAction => ({
      id: `look.colour.${paper}`,
      label: `Colour: ${papers[paper].label}`,
      short: papers[paper].label,
      group: 'look',
      icon: () => (
        <span
          aria-hidden
          className="size-4 shrink-0 rounded-note border"
          style={{ backgroundColor: papers[paper].fill, borderColor: papers[paper].edge }}
        />
      ),
      applies: hasNotes,
      ...onFree('note.edit'),
      perform: board => write(board, 'note.colour', { colour: paper }),
    }),
  ),
  {
    id: 'look.colour.usual',
    label: 'Colour: As its kind',
    short: 'As its kind',
    group: 'look',
    icon: Paintbrush,
    applies: hasNotes,
    ...onFree('note.edit'),
    perform: board => write(board, 'note.colour', { colour: null }),
  },
]
