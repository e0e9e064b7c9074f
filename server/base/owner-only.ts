import { chmodSync, closeSync, existsSync, mkdirSync, openSync, readdirSync, statSync } from 'node:fs'

/** Names of everything that we put into DATA_DIR. */
const ours = /^(brownpaper\.sqlite.*|auth-secret|demo-password|address|backups|replaced)$/

/**
 * Creates DATA_DIR so that nobody else may look into it. One that is there already is closed when nothing but our own
 * files is in it, for it may be shared with other programs.
 */
export function makeDataDir(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  if (readdirSync(path).every(name => ours.test(name))) close(path, 0o700)
}

/** Makes a file, if it is missing, that nobody else may read; closes one that is there. */
export function makeOwnFile(path: string): void {
  closeSync(openSync(path, 'a', 0o600))
  closeFile(path)
}

/** Takes a file that may be missing from everybody else. */
export function closeFile(path: string): void {
  if (existsSync(path)) close(path, 0o600)
}

function close(path: string, mode: number): void {
  const { uid, mode: now } = statSync(path)
  // Another owner decides over what is theirs.
  if (now & 0o077 && uid === process.getuid?.()) chmodSync(path, mode)
}
