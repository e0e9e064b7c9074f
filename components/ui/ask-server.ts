export type ServerAnswer<T> = ({ ok: true } & T) | { ok: false; status: number; code: string; message: string }

const away = {
  ok: false,
  status: 0,
  code: 'offline',
  message: 'The server cannot be reached. Try again soon.',
} as const

/** One question to the JSON API. Never throws: what went wrong comes back as a sentence for the person. */
export async function askServer<T = object>(
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<ServerAnswer<T>> {
  try {
    const response = await fetch(path, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const answer = (await response.json().catch(() => null)) as
      | (T & { ok: true })
      | { error?: { code: string; message: string } }
      | null
    if (response.ok && answer) return answer as T & { ok: true }
    const error = answer && 'error' in answer ? answer.error : undefined
    return {
      ok: false,
      status: response.status,
      code: error?.code ?? 'failed',
      message: error?.message ?? 'The server could not do this. Try again soon.',
    }
  } catch {
    return away
  }
}
