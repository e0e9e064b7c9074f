import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Runs a script of server/cli as its npm command does; returns its exit code and output. */
export function runScript(name: string, args: readonly string[], settings: Record<string, string>) {
  const file = `server/cli/${name}.ts`
  return new Promise<{ code: number; says: string }>(resolve => {
    execFile(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', file, ...args],
      { cwd: root, env: { ...process.env, ...settings } },
      (error, out, err) => resolve({ code: error ? Number(error.code) : 0, says: (out + err).trim() }),
    )
  })
}

/** Address, email and password that the demo and the seed print. */
export function readWay(says: string) {
  const [, url = ''] = /(http\S+)/.exec(says) ?? []
  const [, email = '', password = ''] = /with {2}(\S+) {2}and the password {2}(\S+)/.exec(says) ?? []
  return { url, boardId: url.split('/').at(-1) ?? '', email, password }
}
