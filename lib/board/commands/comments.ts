import type { BoardSnapshot } from '../snapshot.ts'
import { diffText } from '../text-merge.ts'
import { addEntity, setFields, textOf, transact, type Writer } from './writer.ts'

export interface NewComment {
  /** The note or link that it is about; null: the board. */
  on: string | null
  /** The comment that it replies to; null: it begins a thread. */
  parent: string | null
  text: string
  /** Ids of people. */
  mentions: readonly string[]
  /** By the server's clock as this browser estimates it, ms. */
  at: number
}

export function addComment(writer: Writer, comment: NewComment): string {
  return transact(writer, 'comment.add', () => {
    const id = writer.newId()
    const { on, parent, text, mentions, at } = comment
    addEntity(writer, 'comments', id, {
      text,
      at: Math.round(at),
      ...(on === null ? {} : { on }),
      ...(parent === null ? {} : { parent }),
      ...(mentions.length === 0 ? {} : { mentions: [...mentions] }),
    })
    return id
  })
}

/** Changes a comment's text; only the difference is written. */
export function rewordComment(writer: Writer, id: string, after: string, mentions: readonly string[]): void {
  transact(writer, 'comment.reword', () => {
    const text = textOf(writer.doc, 'comments', id)
    const edit = text && diffText(text.toString(), after)
    if (text && edit) {
      if (edit.remove > 0) text.delete(edit.at, edit.remove)
      if (edit.insert) text.insert(edit.at, edit.insert)
    }
    setFields(writer, 'comments', id, { mentions: [...mentions] })
  })
}

export const takeBackComment = (writer: Writer, id: string): void =>
  transact(writer, 'comment.delete', () => setFields(writer, 'comments', id, { deleted: true }))

export const resolveThread = (writer: Writer, id: string, resolved: boolean): void =>
  transact(writer, 'comment.resolve', () => setFields(writer, 'comments', id, { resolved }))

/** Accepts one reply of a thread and no other; null: none. */
export function acceptAnswer(writer: Writer, board: BoardSnapshot, threadId: string, answerId: string | null): void {
  transact(writer, 'comment.accept', () => {
    for (const comment of board.comments.values())
      if (comment.parent === threadId && comment.accepted !== (comment.id === answerId))
        setFields(writer, 'comments', comment.id, { accepted: comment.id === answerId })
  })
}
