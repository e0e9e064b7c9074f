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

/** Calls the JSON API from the browser. Never throws: a failure is returned with a sentence for the person. */
export async function askServer<N extends JsonRouteName>(
  name: N,
  ...given: CallArguments<N>
): Promise<ServerAnswer<N>> {
  const response = await send(name, ...given)
  return response ? answerOf(name, response) : offline
}

/** The same for a route that returns a file. */
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
