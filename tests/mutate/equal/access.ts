import type { EqualIn } from './index.ts'

export const access: EqualIn = {
  'policy.ts': [
    {
      line: "({ describes, allows, scope: 'board' })",
      becomes: ['""'],
      because: 'Only “workspace” is asked for; whatever else it says is the board.',
    },
    {
      line: 'const wholeBoard: EntityFacts',
      becomes: ['{}'],
      because: 'What is not said to be one’s own, or locked, is neither.',
    },
  ],
}
