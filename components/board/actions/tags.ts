import { Tag, Tags } from 'lucide-react'
import type { WallAction } from '#components/workspace/action.ts'
import { addTags, removeTag, tagsOn } from '#lib/board/commands/tags.ts'
import type { BoardState } from '../state/board-state.ts'
import { free, hasNotes, onFree } from './subject.ts'

/** One action for each tag on the wall: adds it to all selected notes, or removes it when all have it. */
export const tagActions = (board: BoardState): WallAction[] =>
  [...tagsOn(board.model).keys()].map(tag => {
    const allHave = (now: BoardState) => free(now).every(note => note.tags.includes(tag))
    return {
      id: `tag.${tag}`,
      label: `Tag: ${tag}`,
      short: tag,
      on: { when: allHave, label: `Take off: ${tag}`, short: tag },
      group: 'look',
      icon: Tag,
      applies: hasNotes,
      ...onFree('note.edit'),
      perform: now => {
        const notes = free(now)
        if (allHave(now)) removeTag(now.writer, notes, tag)
        else addTags(now.writer, notes, [tag])
      },
    }
  })

/** One action for each tag on the wall: selects its notes. */
export const selectTagged = (board: BoardState): WallAction[] =>
  [...tagsOn(board.model)].map(([tag, count]) => ({
    id: `tag.select.${tag}`,
    label: `Select: ${tag}, ${count}`,
    short: `${tag}, ${count}`,
    group: 'edit',
    icon: Tags,
    needs: [],
    perform: now => {
      const notes = [...now.model.notes.values()].filter(note => now.index.has(note.id) && note.tags.includes(tag))
      now.selection.setNotes(notes.map(note => note.id))
      now.announce(`${notes.length} notes selected`)
    },
  }))
