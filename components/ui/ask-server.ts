import {
  answerOf,
  type CallArguments,
  type CallRefusal,
  fileOf,
  offline,
  requestFor,
  type ServerAnswer,
} from '#lib/protocol/call.ts'
import type { FileRouteName, JsonRouteName, RouteName } from '#lib/protocol/routes/index.ts'

/** The one way from the browser to the JSON API. Never throws: what went wrong comes back as a sentence for the person. */
export async function askServer<N extends JsonRouteName>(
  name: N,
  ...given: CallArguments<N>
): Promise<ServerAnswer<N>> {
  const response = await send(name, ...given)
  return response ? answerOf(name, response) : offline
}

/** The same of a route that answers with a file. */
export async function askForFile<N extends FileRouteName>(
  name: N,
  ...given: CallArguments<N>
): Promise<CallRefusal | { ok: true; file: Response }> {
  const response = await send(name, ...given)
  return response ? fileOf(response) : offline
}

function send<N extends RouteName>(name: N, ...given: CallArguments<N>): Promise<Response | null> {
  const { path, init } = requestFor(name, ...given)
  return fetch(path, init).catch(() => null)
}
