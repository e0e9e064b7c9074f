import { askServer } from '#components/ui/ask-server.ts'
import { toast } from '#components/ui/toast.tsx'

/** A change of a session through its routes; what the server refuses is said. Answers what it answered, or null. */
export async function askSession<T = object>(
  method: 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body?: object,
): Promise<T | null> {
  const answer = await askServer<T>(method, path, method === 'DELETE' ? undefined : (body ?? {}))
  if (answer.ok) return answer
  toast({ text: answer.message, tone: 'danger' })
  return null
}
