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

export const equal: readonly Equal[] = [
  {
    file: 'lib/access/policy.ts',
    line: "({ describes, allows, scope: 'board' })",
    becomes: '""',
    because: 'Only “workspace” is asked for; whatever else it says is the board.',
  },
  {
    file: 'lib/access/policy.ts',
    line: 'const wholeBoard: EntityFacts',
    becomes: '{}',
    because: 'What is not said to be one’s own, or locked, is neither.',
  },
  {
    file: 'lib/gate/allow.ts',
    line: "if (add === 'server') refuse",
    becomes: 'false',
    because: 'The resolver has refused entities of the server’s before; here the compiler learns of it.',
  },
]
