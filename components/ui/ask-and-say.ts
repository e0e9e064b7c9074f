import type { CallArguments } from '#lib/protocol/call.ts'
import type { JsonRouteName } from '#lib/protocol/routes/index.ts'
import { askServer } from './ask-server.ts'
import { toast } from './toast.tsx'

/** Calls the server and shows its refusal; returns null then. */
export async function askAndSay<N extends JsonRouteName>(name: N, ...given: CallArguments<N>) {
  const answer = await askServer(name, ...given)
  if (answer.ok) return answer
  toast({ text: answer.message, tone: 'danger' })
  return null
}
