import type { Collab } from '#components/collab/collab.ts'
import { ask } from '#components/stage/state/ask.ts'
import type { Implementations } from '#server/collab/command.ts'

/** What the compiler refuses of the wire: `npm run types` fails when a line below an expected error has none. */

export async function commandsAreChecked(collab: Collab) {
  void ask(collab, 'timer.start', { minutes: 5 })
  // @ts-expect-error: there is no such command
  void ask(collab, 'timer.begin', {})
  // @ts-expect-error: minutes are a number
  void ask(collab, 'timer.start', { minutes: '5' })
  // @ts-expect-error: the input has no such field
  void ask(collab, 'timer.start', { seconds: 5 })
  // @ts-expect-error: an area is needed
  void ask(collab, 'stage.gather', {})

  const { left } = await collab.request('vote.cast', { dots: { note: 1 } })
  left.toFixed()
  // @ts-expect-error: the answer is a number
  left.trim()
  // @ts-expect-error: the answer has no such field
  void (await collab.request('vote.cast', { dots: {} })).placed
  // @ts-expect-error: there may be no results
  void (await collab.request('vote.results', {})).vote
}

export const implemented = {
  // @ts-expect-error: the answer has a number of notes
  'drafts.share': async () => ({ notes: 'two' }),
} satisfies Partial<Implementations>

export const undeclared = {
  // @ts-expect-error: nothing declares this command
  'drafts.burn': async () => undefined,
} satisfies Partial<Implementations>
