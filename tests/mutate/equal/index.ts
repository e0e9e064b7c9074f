import { access } from './access.ts'
import { gate } from './gate.ts'
import { method } from './method.ts'

/**
 * Changes that no test can notice, because the code does the same with them: each with the reason, in a file for each
 * folder, under the file that is changed. One that a test notices after all, or whose code is gone, is to be taken off
 * the list; the command says so.
 */
export type EqualIn = Readonly<Record<string, readonly Equal[]>>

interface Equal {
  /** What stands in the line that is changed. */
  readonly line: string
  /** What the changed part becomes, one or the other. */
  readonly becomes: readonly string[]
  readonly because: string
}

const folders: Readonly<Record<string, EqualIn>> = { 'lib/access': access, 'lib/gate': gate, 'lib/method': method }

/** All of them, one by one. */
export const equal = Object.entries(folders).flatMap(([folder, files]) =>
  Object.entries(files).flatMap(([name, list]) =>
    list.flatMap(({ line, becomes }) => becomes.map(one => ({ file: `${folder}/${name}`, line, becomes: one }))),
  ),
)
