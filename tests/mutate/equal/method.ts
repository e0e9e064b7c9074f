import type { EqualIn } from './index.ts'

export const method: EqualIn = {
  'actions.ts': [
    {
      line: 'a.target.id < b.target.id',
      becomes: ['a.target.id <= b.target.id'],
      because: 'No two have one id.',
    },
  ],
  'customer-lane.ts': [
    {
      line: "inner = ''",
      becomes: ['"Stryker was here!"'],
      because: 'The group is in every match; here the compiler learns of it.',
    },
    {
      line: 'text.match(/[',
      becomes: ['["Stryker was here"]'],
      because: 'What has no words is the customer as little as these words.',
    },
    {
      line: "split(further)[0] ?? ''",
      becomes: ['"Stryker was here!"'],
      because: 'There is always a first part; here the compiler learns of it.',
    },
    {
      line: "neutral.test(parts.at(-1) ?? '')",
      becomes: ['"Stryker was here!"'],
      because: 'Neither that nor nothing is a word that may follow.',
    },
    {
      line: "[parts[0] ?? '', parts.at(-1) ?? '']",
      becomes: ['"Stryker was here!"'],
      because: 'Neither that nor nothing is a word for customers or for those who serve them.',
    },
  ],
  'analysis.ts': [
    {
      line: 'bridges.length > 0 ? yield* buildingFlow',
      becomes: ['true', 'bridges.length >= 0'],
      because: 'Without bridges the flow is built once more, and is the same.',
    },
    { line: '{ starts: main() }', becomes: ['{}'], because: 'Where cases enter is found once more, in the same flow.' },
    {
      line: 'if ((board.version ?? 0) === version)',
      becomes: ['true'],
      because: 'What is kept of an older version is never used.',
    },
  ],
  'crown.ts': [
    {
      line: 'const handOffs: Link[] = []',
      becomes: ['["Stryker was here"]'],
      because: 'What has no crown states no amount.',
    },
    {
      line: 'return total + (way ? weight[way] * (words',
      becomes: ["weight[way] / (words[side].good === 'up' ? 1 : -1)"],
      because: 'To multiply by 1 or −1 is to divide by it.',
    },
    {
      line: '.reduce((a, b) => a + b, 0)',
      becomes: ['a - b'],
      because: 'Only the size of the sum is used, and all its parts have one sign.',
    },
    {
      line: 'return Math.abs(change.amount) * (change',
      becomes: ["Math.abs(change.amount) / (change.way === 'down' ? -1 : 1)"],
      because: 'To multiply by 1 or −1 is to divide by it.',
    },
  ],
  'emotion.ts': [
    {
      line: 'remembered: peak && end ?',
      becomes: ['peak || end'],
      because: 'With feelings there are both, without any there is neither.',
    },
  ],
  'flow-search.ts': [
    {
      line: 'const rest = notes.filter',
      becomes: ['notes', 'true'],
      because: 'A search passes over what was found before.',
    },
    {
      line: 'if (rest.length === 0) return',
      becomes: ['false'],
      because: 'With nothing left the last search finds what the first one found.',
    },
    {
      line: "n.state = 'open'",
      becomes: ['""'],
      because: 'Whatever it says, the note is neither new, nor on the way, nor closed.',
    },
  ],
  'graph.ts': [
    {
      line: 'share, backwards: false, crosses',
      becomes: ['true'],
      because: 'The search says it of every link when it enters the note that the link leaves.',
    },
    { line: 'component: -1', becomes: ['+1'], because: 'The search says it of every note.' },
    { line: 'left: -1', becomes: ['+1'], because: 'The search says it of every note.' },
    { line: 'found: -1', becomes: ['+1'], because: 'The search says it of every note.' },
    { line: 'low: -1', becomes: ['+1'], because: 'The search says it of every note.' },
    {
      line: 'if (!isFlow(note.kind)) ends.set',
      becomes: ['true'],
      because: 'Of notes that are in the flow anyway nobody looks it up.',
    },
    {
      line: 'if (ends.size === 0) return ends',
      becomes: ['false'],
      because: 'Where no note is asked about no link is counted.',
    },
  ],
}
