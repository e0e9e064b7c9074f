import type { ActivityRights } from '../access/phase.ts'
import { noteKind } from '../notes/kinds/index.ts'

const list = new Intl.ListFormat('en', { type: 'conjunction' })

/** What contributors may do in an activity, one short sentence each; what they may not is left out. */
export function rightsInWords(rights: ActivityRights): string[] {
  const { add, edit, delete: remove } = rights
  const kinds = add === 'all' ? null : add.map(id => noteKind(id).label)
  const both = edit === remove
  const notes = { all: 'all notes', own: 'your own notes', none: '' }
  return [
    kinds === null ? 'Put up notes of every kind' : kinds.length > 0 ? `Put up notes: ${list.format(kinds)}` : '',
    rights.private
      ? rights.anonymous
        ? 'Nobody sees them until the reveal, and nobody ever learns who wrote what'
        : 'Nobody sees them until the reveal'
      : '',
    rights.private && rights.share && !rights.anonymous ? 'Show your own before that, if you like' : '',
    both && edit !== 'none' ? `Change and remove ${notes[edit]}` : '',
    !both && edit !== 'none' ? `Change ${notes[edit]}` : '',
    !both && remove !== 'none' ? `Remove ${notes[remove]}` : '',
    rights.link ? 'Link notes' : '',
    rights.lanes ? 'Change lanes' : '',
    rights.outcome ? 'Write promise and outcome' : '',
    rights.details && edit !== 'none' ? `Enter details of ${edit === 'own' ? 'your own steps' : 'steps'}` : '',
    rights.marks ? 'Confirm points of failure' : '',
    rights.verdicts ? 'Give verdicts' : '',
    rights.vote ? 'Place dots' : '',
    rights.comment ? 'Comment' : '',
  ].filter(Boolean)
}
