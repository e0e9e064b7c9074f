import { expect, test } from 'vitest'
import { ReadMarks, unreadOf } from '#components/comments/unread.ts'
import type { Comment } from '#lib/board/snapshot.ts'
import type { CommentThread } from '#lib/board/threads.ts'

const comment = (id: string, at: number, client: number): Comment => ({
  id,
  at,
  made: { client, by: null },
  on: null,
  parent: null,
  text: id,
  mentions: [],
  resolved: false,
  accepted: false,
})
const thread = (...words: Comment[]): CommentThread => {
  const [root, ...answers] = words
  if (!root) throw new Error('a thread begins with a comment')
  return { id: root.id, root, answers, on: null, accepted: null, lastAt: words.at(-1)?.at ?? 0 }
}
const isOwn = ({ client }: Comment['made']) => client === 1

test('others’ words after what was read are new, one’s own never are', () => {
  const marks = new ReadMarks('ann', 'board')
  const before = thread(comment('a', 10, 2), comment('b', 20, 1))
  expect(unreadOf(before, marks.get(), isOwn).map(({ id }) => id)).toEqual(['a'])
  marks.read([before])
  expect(unreadOf(before, marks.get(), isOwn)).toEqual([])
  const after = thread(...[before.root, ...before.answers], comment('c', 30, 2))
  expect(unreadOf(after, marks.get(), isOwn).map(({ id }) => id)).toEqual(['c'])
})

test('reading marks what there is and tells once', () => {
  const marks = new ReadMarks('ann', 'other-board')
  let told = 0
  marks.subscribe(() => {
    told += 1
  })
  const one = thread(comment('a', 10, 2))
  marks.read([one])
  marks.read([one])
  expect(told).toBe(1)
})
