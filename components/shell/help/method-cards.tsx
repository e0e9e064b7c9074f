'use client'
import { crown, crownSides, crownWays, points, verdictIds, verdictWords } from '#lib/method/vocabulary.ts'
import { papers } from '#lib/notes/papers.ts'

const kinds = ['mot', 'bp', 'br'] as const

interface Card {
  title: string
  text: string
  paper: keyof typeof papers
}

/** The method in six cards, in the order in which a workshop meets it. */
const cards: readonly Card[] = [
  {
    title: 'From the outside in',
    text: 'Begin with what the customer needs and is promised; only then with what we do for it.',
    paper: 'white',
  },
  ...kinds.map(kind => ({
    title: points[kind].names,
    text: `${points[kind].hint} Its code is ${points[kind].letter} and a number.`,
    paper: points[kind].paper,
  })),
  {
    title: 'A verdict for each',
    text: verdictIds.map(id => `${verdictWords[id].name}: ${verdictWords[id].means}.`).join(' '),
    paper: 'yellow',
  },
  {
    title: 'The triple crown',
    text: `What is changed counts on three sides: ${crownSides
      .map(side => `${crown[side].name.toLowerCase()} ${crownWays[crown[side].good].name}`)
      .join(', ')}.`,
    paper: 'mint',
  },
]

export const MethodCards = () => (
  <ol className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
    {cards.map(({ title, text, paper }) => (
      <li
        key={title}
        className="rounded-note p-3 shadow-note"
        style={{ backgroundColor: papers[paper].fill, color: papers[paper].ink }}
      >
        <h3 className="mb-1 text-base">{title}</h3>
        <p className="text-sm">{text}</p>
      </li>
    ))}
  </ol>
)
