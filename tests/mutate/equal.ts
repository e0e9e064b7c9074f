/**
 * Changes that no test can notice, because the code does the same with them: each with the reason. One that a test
 * notices after all, or whose code is gone, is to be taken off the list; the command says so.
 */
export interface Equal {
  file: string
  /** What stands in the line that is changed. */
  line: string
  /** What the changed part becomes. */
  becomes: string
  because: string
}

export const equal: readonly Equal[] = []
