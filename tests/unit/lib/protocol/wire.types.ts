import type { Collab } from '#components/collab/collab.ts'
import { askOnStage } from '#components/stage/state/ask.ts'
import { askForFile, askServer } from '#components/ui/ask-server.ts'
import type { Implementations } from '#server/collab/command.ts'
import { route } from '#server/http/route.ts'

/** What the compiler refuses of the wire: `npm run types` fails when a line below an expected error has none. */

export async function commandsAreChecked(collab: Collab) {
  void askOnStage(collab, 'timer.start', { minutes: 5 })
  // @ts-expect-error: there is no such command
  void askOnStage(collab, 'timer.begin', {})
  // @ts-expect-error: minutes are a number
  void askOnStage(collab, 'timer.start', { minutes: '5' })
  // @ts-expect-error: the input has no such field
  void askOnStage(collab, 'timer.start', { seconds: 5 })
  // @ts-expect-error: an area is needed
  void askOnStage(collab, 'stage.gather', {})

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

export async function routesAreChecked(boardId: string) {
  const answer = await askServer('PATCH /api/boards/[boardId]', { boardId }, { title: 'Coffee' })
  // @ts-expect-error: it may have been refused
  void answer.board
  if (answer.ok) answer.board.title.trim()
  // @ts-expect-error: the answer has no such field
  if (answer.ok) void answer.board.name
  // @ts-expect-error: the server knows no such error
  else void (answer.code === 'too-late')

  // @ts-expect-error: there is no such route
  void askServer('PUT /api/boards/[boardId]', { boardId }, { title: 'Coffee' })
  // @ts-expect-error: the path needs a board
  void askServer('DELETE /api/boards/[boardId]', {})
  // @ts-expect-error: a title is text
  void askServer('PATCH /api/boards/[boardId]', { boardId }, { title: 1 })
  // @ts-expect-error: the input has no such field
  void askServer('PATCH /api/boards/[boardId]', { boardId }, { name: 'Coffee' })
  // @ts-expect-error: the route takes a body
  void askServer('POST /api/sign-in', {})
  // @ts-expect-error: the route takes no body
  void askServer('POST /api/sign-out', {}, {})
  // @ts-expect-error: a file is asked for by askForFile
  void askServer('GET /api/boards/[boardId]/picture', { boardId })
  void askForFile('GET /api/boards/[boardId]/export/[format]', { boardId, format: 'svg', view: 'to-be' })
  // @ts-expect-error: there is no such view
  void askForFile('GET /api/boards/[boardId]/export/[format]', { boardId, format: 'svg', view: 'someday' })
}

export const handlers = [
  route('PATCH /api/me', async ({ person, body }) => ({
    person: { id: person.id, name: body.name, email: null, guest: false },
    workspaces: [],
  })),
  // @ts-expect-error: the answer lacks the workspaces
  route('PATCH /api/me', async ({ person }) => ({ person: { id: person.id, name: '', email: null, guest: true } })),
  // @ts-expect-error: nobody has to be signed in here
  route('POST /api/sign-out', async ({ person }) => (person ? {} : {})),
  // @ts-expect-error: the input has no such field
  route('DELETE /api/boards/[boardId]', async ({ body }) => (body.title ? {} : {})),
  // @ts-expect-error: the path has no such part
  route('DELETE /api/boards/[boardId]', async ({ params }) => (params.sessionId ? {} : {})),
]
