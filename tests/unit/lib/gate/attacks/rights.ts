import { watchOnly } from '#lib/access/rights.ts'
import type { RuleName } from '#lib/gate/refusal.ts'
import { any, deleted, gc, str } from '#tests/drivers/forge.ts'
import { type Circumstances, type Scene, twice } from '#tests/drivers/scene.ts'
import type { Attack } from './attack.ts'

const own: Circumstances = { rights: { edit: 'own', delete: 'own' } }
const onlyIdeas: Circumstances = { rights: { add: ['idea'] } }
type Root = Parameters<Scene['field']>[0]

const writes = (
  tries: string,
  when: Circumstances,
  [root, id, key, value]: readonly [Root, string, string, unknown],
  rule: RuleName,
): Attack => ({
  tries,
  when,
  bytes: scene => scene.update([any(scene.field(root, id, key), value)]),
  plainly: 'shows',
  rule,
})
const types = (tries: string, when: Circumstances, [root, id, key]: readonly [Root, string, string], rule: RuleName) =>
  ({
    tries,
    when,
    bytes: scene => scene.update([str({ left: scene.char(root, id, key, -1) }, '!')]),
    plainly: 'shows',
    rule,
  }) satisfies Attack
const adds = (tries: string, when: Circumstances, bytes: (scene: Scene) => Uint8Array, rule: RuleName): Attack => ({
  tries,
  when,
  bytes,
  plainly: 'shows',
  rule,
})

/** Who may do what now: the policy, asked of every struct and every deleted range. */
export const rights: Attack[] = [
  // In an activity where one changes only one's own.
  types('words in another’s note', own, ['notes', 'theirs', 'text'], 'policy.note.edit'),
  types('words in a note that the server wrote for another', own, ['notes', 'revealed', 'text'], 'policy.note.edit'),
  types('words in a note whose author is not known', own, ['notes', 'nobodys', 'text'], 'policy.note.edit'),
  {
    tries: 'words at the beginning of another’s note, before its first',
    when: own,
    bytes: scene => scene.update([str({ right: scene.char('notes', 'theirs', 'text', 0) }, '!')]),
    plainly: 'shows',
    rule: 'policy.note.edit',
  },
  {
    tries: 'deleted parts in another’s text',
    when: own,
    bytes: scene => scene.update([deleted({ left: scene.char('notes', 'theirs', 'text', -1) }, 9)]),
    plainly: 'keeps',
    rule: 'policy.note.edit',
  },
  {
    tries: 'a deletion in another’s text, hidden behind a good change',
    when: own,
    bytes: scene => scene.update([scene.move()], [scene.erase(scene.char('notes', 'theirs', 'text', 4), 8)]),
    plainly: 'shows',
    rule: 'policy.note.edit',
  },
  {
    tries: 'a deletion in another’s text that begins in one’s own reach',
    when: own,
    bytes: scene =>
      scene.update([scene.type('x')], [scene.erase(scene.me), scene.erase(scene.char('notes', 'theirs', 'text', 0))]),
    plainly: 'shows',
    rule: 'policy.note.edit',
  },
  writes('another’s note moved', own, ['notes', 'theirs', 'pos', [9, 9]], 'policy.note.move'),
  writes('another’s note stacked', own, ['notes', 'theirs', 'z', 'a9'], 'policy.note.move'),
  writes('another’s note grouped', own, ['notes', 'theirs', 'group', 'group'], 'policy.note.move'),
  writes('another’s note parked', own, ['notes', 'theirs', 'place', 'parking'], 'policy.note.place'),
  writes('another’s note coloured', own, ['notes', 'theirs', 'colour', 'mint'], 'policy.note.edit'),
  writes('another’s note made another kind', own, ['notes', 'theirs', 'kind', 'idea'], 'policy.note.kind'),
  writes('another’s note taken off the wall', own, ['notes', 'theirs', 'deleted', true], 'policy.note.delete'),
  writes('what another took off put back', own, ['notes', 'taken-off', 'deleted', false], 'policy.note.delete'),
  writes('details on another’s note', own, ['notes', 'theirs', 'cost', 5], 'policy.detail.edit'),
  writes('another’s link led elsewhere', own, ['links', 'their-link', 'ends', ['theirs', 'mine']], 'policy.link.edit'),
  writes('another’s link taken off', own, ['links', 'their-link', 'deleted', true], 'policy.link.delete'),
  {
    tries: 'the colour of another’s note taken away',
    when: own,
    bytes: scene => scene.update([], [scene.erase(scene.field('notes', 'theirs', 'colour').left ?? scene.me)]),
    plainly: 'shows',
    rule: 'policy.note.edit',
  },
  {
    tries: 'the colour of another’s note taken away without a deletion',
    when: own,
    bytes: scene => scene.update([deleted(scene.field('notes', 'theirs', 'colour'))]),
    plainly: 'shows',
    rule: 'policy.note.edit',
  },
  {
    tries: 'a note put back by taking away that it was deleted',
    when: own,
    bytes: scene => scene.update([], [scene.erase(scene.field('notes', 'taken-off', 'deleted').left ?? scene.me)]),
    plainly: 'shows',
    rule: 'policy.note.delete',
  },

  // Comments are their authors'.
  types('words in another’s comment', {}, ['comments', 'their-comment', 'text'], 'policy.comment.edit'),
  writes('another’s comment deleted', {}, ['comments', 'their-comment', 'deleted', true], 'policy.comment.edit'),
  writes(
    'another’s comment hung on another note',
    {},
    ['comments', 'their-comment', 'on', 'mine'],
    'policy.comment.edit',
  ),
  {
    tries: 'the words of another’s comment deleted',
    bytes: scene => scene.update([], [scene.erase(scene.char('comments', 'their-comment', 'text', 0), 4)]),
    plainly: 'shows',
    rule: 'policy.comment.edit',
  },
  adds(
    'a comment where there is nothing to say',
    { rights: { comment: false } },
    scene => scene.update(scene.made('comments', 'new', { on: null })),
    'policy.comment.add',
  ),

  // Locked is locked.
  writes('a locked note moved', {}, ['notes', 'locked', 'pos', [9, 9]], 'policy.note.move'),
  types('words in a locked note', {}, ['notes', 'locked', 'text'], 'policy.note.edit'),
  writes('a locked note taken off', {}, ['notes', 'locked', 'deleted', true], 'policy.note.delete'),
  writes('a locked note unlocked', {}, ['notes', 'locked', 'locked', false], 'policy.note.lock'),
  writes('a verdict on a locked note', {}, ['notes', 'locked', 'verdict', 'eliminate'], 'policy.verdict.give'),
  writes(
    'a mark on a locked note',
    {},
    ['notes', 'locked', 'mark', { kind: 'mot', state: 'dismissed' }],
    'policy.failure.mark',
  ),
  writes('details on a locked note', {}, ['notes', 'locked', 'waiting', 5], 'policy.detail.edit'),
  {
    tries: 'a lock taken away and the note moved in one change',
    bytes: scene =>
      scene.update(
        [any(scene.field('notes', 'locked', 'pos'), [9, 9])],
        [scene.erase(scene.field('notes', 'locked', 'locked').left ?? scene.me)],
      ),
    plainly: 'shows',
    rule: 'policy.note.move',
  },
  {
    tries: 'a lock taken away without a deletion',
    bytes: scene => scene.update([deleted(scene.field('notes', 'locked', 'locked'))]),
    plainly: 'shows',
    rule: 'policy.note.lock',
  },
  writes('one’s own note locked', {}, ['notes', 'mine', 'locked', true], 'policy.note.lock'),
  adds('a new note that is locked', {}, scene => scene.update(scene.note('new', { locked: true })), 'policy.note.lock'),

  // What the activity does not include.
  adds(
    'a note of a kind that is not for now',
    onlyIdeas,
    scene => scene.update(scene.note('new', { kind: 'step' })),
    'policy.note.add',
  ),
  writes(
    'one’s note made a kind that is not for now',
    onlyIdeas,
    ['notes', 'mine', 'kind', 'step'],
    'policy.note.kind',
  ),
  adds(
    'a note that becomes another kind as it is made',
    onlyIdeas,
    scene => scene.update(scene.note('new', { kind: [twice, 'idea', 'step'] })),
    'policy.note.add',
  ),
  adds(
    'a note on the wall while all write for themselves',
    { rights: { private: true } },
    scene => scene.update(scene.note('new')),
    'policy.note.add',
  ),
  adds(
    'a link while links are not for now',
    { rights: { link: false } },
    scene => scene.update(scene.made('links', 'new', { ends: ['mine', 'theirs'] })),
    'policy.link.add',
  ),
  types(
    'words on a link while links are not for now',
    { rights: { link: false } },
    ['links', 'their-link', 'text'],
    'policy.link.edit',
  ),
  writes('a lane renamed', { rights: { lanes: false } }, ['lanes', 'lane', 'name', 'Us'], 'policy.lane.change'),
  adds(
    'a new lane',
    { rights: { lanes: false } },
    scene => scene.update(scene.made('lanes', 'new', { name: 'Us', order: 'a1' })),
    'policy.lane.change',
  ),
  types(
    'words in the promise',
    { rights: { outcome: false } },
    ['outcome', 'outcome', 'promise'],
    'policy.outcome.write',
  ),
  adds(
    'a new outcome',
    { rights: { outcome: false } },
    scene => scene.update(scene.made('outcome', 'new', { order: 'a1' })),
    'policy.outcome.add',
  ),
  writes('a detail', { rights: { details: false } }, ['notes', 'mine', 'processing', 5], 'policy.detail.edit'),
  adds(
    'a detail on a new note',
    { rights: { details: false } },
    scene => scene.update(scene.note('new', { processing: 5 })),
    'policy.detail.edit',
  ),
  writes(
    'a mark',
    { rights: { marks: false } },
    ['notes', 'mine', 'mark', { kind: 'mot', state: 'confirmed' }],
    'policy.failure.mark',
  ),
  writes('a verdict', { rights: { verdicts: false } }, ['notes', 'mine', 'verdict', 'keep'], 'policy.verdict.give'),
  adds(
    'a verdict on a new note',
    { rights: { verdicts: false } },
    scene => scene.update(scene.note('new', { verdict: 'keep' })),
    'policy.verdict.give',
  ),
  writes(
    'a group renamed while nothing may be changed',
    { rights: { edit: 'none' } },
    ['groups', 'group', 'name', 'x'],
    'policy.note.group',
  ),
  writes('a facilitator’s view changed', {}, ['views', 'view', 'rect', [0, 0, 1, 1]], 'policy.view.change'),
  adds('a view', {}, scene => scene.update(scene.made('views', 'new', { rect: [0, 0, 1, 1] })), 'policy.view.change'),
  writes(
    'one’s own note while all watch',
    { rights: watchOnly },
    ['notes', 'mine', 'colour', 'pink'],
    'policy.note.edit',
  ),

  // Whoever may change nothing now.
  writes('anything while the wall is frozen', { frozen: true }, ['notes', 'mine', 'pos', [9, 9]], 'policy.board.write'),
  writes('anything after the session', { session: 'ended' }, ['notes', 'mine', 'pos', [9, 9]], 'policy.board.write'),
  writes('anything before the session', { session: 'planned' }, ['notes', 'mine', 'pos', [9, 9]], 'policy.board.write'),
  {
    ...writes(
      'anything on a finished board, by a facilitator',
      { board: 'finished' },
      ['notes', 'theirs', 'pos', [9, 9]],
      'policy.board.write',
    ),
    as: 'facilitator',
  },
  ...(['observer', 'manager'] as const).flatMap((as): Attack[] => [
    {
      tries: `a note of one’s own, by an ${as}`,
      as,
      bytes: scene => scene.update(scene.note('new')),
      plainly: 'shows',
      rule: 'policy.board.write',
    },
    {
      tries: `nothing but a deletion, by an ${as}`,
      as,
      bytes: scene => scene.update([], [scene.erase(scene.char('notes', 'theirs', 'text', 0))]),
      plainly: 'shows',
      rule: 'policy.board.write',
    },
    {
      tries: `nothing but garbage, by an ${as}`,
      as,
      bytes: scene => scene.update([gc(5)]),
      plainly: 'keeps',
      rule: 'policy.board.write',
    },
  ]),
]
