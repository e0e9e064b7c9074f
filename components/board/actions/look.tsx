import { Glyph } from '#components/ui/glyph.tsx'
import { type Action, yes } from '#components/workspace/action.ts'
import { setNotes } from '#lib/board/commands/notes.ts'
import { noteKinds } from '#lib/notes/kinds/index.ts'
import { paperIds, papers } from '#lib/notes/papers.ts'
import { type BoardState, factsOf } from '../state/board-state.ts'
import { free, hasNotes, mayFree } from './subject.ts'

const write = (board: BoardState, command: string, fields: Parameters<typeof setNotes>[3]) =>
  setNotes(
    board.writer,
    command,
    free(board).map(note => note.id),
    fields,
  )

/** The selected notes become another kind; each keeps a colour that somebody chose. */
export const kindActions: readonly Action[] = noteKinds.map(kind => ({
  id: `look.kind.${kind.id}`,
  label: `Make it: ${kind.label}`,
  group: 'look',
  icon: ({ className }) => <Glyph name={kind.icon} {...(className ? { className } : {})} />,
  applies: hasNotes,
  enabled: board => {
    const movable = mayFree('note.edit')(board)
    if (!movable.ok) return movable
    for (const note of free(board)) {
      const answer = board.may('note.kind', { ...factsOf(board, note), kind: kind.id })
      if (!answer.ok) return answer
    }
    return yes
  },
  perform: board => write(board, 'note.kind', { kind: kind.id }),
}))

export const colourActions: readonly Action[] = [
  ...paperIds.map(
    (paper): Action => ({
      id: `look.colour.${paper}`,
      label: `Colour: ${papers[paper].label}`,
      group: 'look',
      icon: () => (
        <span
          aria-hidden
          className="size-4 shrink-0 rounded-note border"
          style={{ backgroundColor: papers[paper].fill, borderColor: papers[paper].edge }}
        />
      ),
      applies: hasNotes,
      enabled: mayFree('note.edit'),
      perform: board => write(board, 'note.colour', { colour: paper }),
    }),
  ),
  {
    id: 'look.colour.usual',
    label: 'Colour: As its kind',
    group: 'look',
    applies: hasNotes,
    enabled: mayFree('note.edit'),
    perform: board => write(board, 'note.colour', { colour: null }),
  },
]
