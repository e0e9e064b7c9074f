import { any, deleted, map } from '#tests/drivers/forge.ts'
import type { Scene } from '#tests/drivers/scene.ts'
import type { Attack } from './attack.ts'

const last = (scene: Scene, root: 'stage' | 'notes', id: string, key: string) =>
  scene.field(root, id, key).left ?? scene.me

/** What the server alone writes; a facilitator asks for it by a command. */
export const serverOnly: Attack[] = [
  {
    tries: 'a stage of one’s own making',
    bytes: scene => scene.update([map({ parent: 'stage', key: 'then' })]),
    plainly: 'shows',
    rule: 'schema.server',
  },
  {
    tries: 'the stage replaced',
    as: 'facilitator',
    bytes: scene => scene.update([map(scene.entry('stage', 'now'))]),
    plainly: 'shows',
    rule: 'schema.server',
  },
  {
    tries: 'the stage removed',
    as: 'facilitator',
    bytes: scene => scene.update([], [scene.erase(scene.of('stage', 'now'))]),
    plainly: 'shows',
    rule: 'schema.replace',
  },
  ...(['contributor', 'facilitator'] as const).map(
    (as): Attack => ({
      tries: `the wall thawed, by a ${as}`,
      as,
      when: as === 'facilitator' ? { frozen: true } : {},
      bytes: scene => scene.update([any(scene.field('stage', 'now', 'frozen'), as === 'contributor')]),
      plainly: 'shows',
      rule: 'schema.field',
    }),
  ),
  {
    tries: 'a vote put on the stage',
    bytes: scene => scene.update([any({ parent: scene.of('stage', 'now'), key: 'vote' }, { id: 'v', dots: 99 })]),
    plainly: 'shows',
    rule: 'schema.field',
  },
  {
    tries: 'the agenda taken away',
    bytes: scene => scene.update([], [scene.erase(last(scene, 'stage', 'now', 'agenda'))]),
    plainly: 'shows',
    rule: 'schema.field',
  },
  {
    tries: 'the current activity taken away without a deletion',
    bytes: scene => scene.update([deleted(scene.field('stage', 'now', 'item'))]),
    plainly: 'shows',
    rule: 'schema.field',
  },
  {
    tries: 'another’s name under one’s own note',
    bytes: scene => scene.update([any({ parent: scene.of('notes', 'mine'), key: 'by' }, 'vic')]),
    plainly: 'shows',
    rule: 'schema.server',
  },
  {
    tries: 'another’s name under a new note',
    bytes: scene => scene.update(scene.note('new', { by: 'vic' })),
    plainly: 'shows',
    rule: 'schema.server',
  },
  {
    tries: 'one’s own name under another’s note',
    as: 'facilitator',
    bytes: scene => scene.update([any({ parent: scene.of('notes', 'theirs'), key: 'by' }, scene.personId)]),
    plainly: 'shows',
    rule: 'schema.server',
  },
  {
    tries: 'the name under a revealed note overwritten',
    bytes: scene => scene.update([any(scene.field('notes', 'revealed', 'by'), scene.personId)]),
    plainly: 'shows',
    rule: 'schema.server',
  },
  {
    tries: 'the name under a revealed note taken away',
    bytes: scene => scene.update([], [scene.erase(last(scene, 'notes', 'revealed', 'by'))]),
    plainly: 'shows',
    rule: 'schema.server',
  },
  {
    tries: 'the name under a revealed note taken away without a deletion',
    bytes: scene => scene.update([deleted(scene.field('notes', 'revealed', 'by'))]),
    plainly: 'shows',
    rule: 'schema.server',
  },
  {
    tries: 'the name under one’s own comment forged',
    bytes: scene => scene.update([any({ parent: scene.of('comments', 'my-comment'), key: 'by' }, 'vic')]),
    plainly: 'shows',
    rule: 'schema.server',
  },
  {
    tries: 'the tally of a vote overwritten',
    bytes: scene => scene.update([any(scene.field('notes', 'theirs', 'votes'), { vote: 99 })]),
    plainly: 'shows',
    rule: 'schema.server',
  },
  {
    tries: 'the tally of a vote taken away',
    as: 'facilitator',
    bytes: scene => scene.update([], [scene.erase(last(scene, 'notes', 'theirs', 'votes'))]),
    plainly: 'shows',
    rule: 'schema.server',
  },
  {
    tries: 'votes on a new note',
    bytes: scene => scene.update(scene.note('new', { votes: { vote: 99 } })),
    plainly: 'shows',
    rule: 'schema.server',
  },
]
