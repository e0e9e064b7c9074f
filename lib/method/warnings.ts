import type { BoardSnapshot, Link, Note } from '../board/snapshot.ts'
import type { Analysis } from './analysis.ts'
import { isCustomer, proposedCustomerLanes } from './customer-lane.ts'
import { isFlowElement } from './from-bpmn.ts'
import { servesOutcome } from './graph.ts'
import { type Parts, pacer } from './parts.ts'
import { acts, type CrownSide, crown, crownSides } from './vocabulary.ts'
import { findMissingMeasures, findWeaselWords } from './words.ts'

/** What a good facilitator would point out now. One warning for each rule, with all that it concerns. */
export interface Warning {
  readonly rule: string
  readonly message: string
  /** Why it matters, in one sentence. */
  readonly because: string
  /** Notes, links, lanes or outcomes concerned; empty: the board as a whole. */
  readonly on: readonly { readonly root: 'notes' | 'links' | 'lanes' | 'outcome'; readonly id: string }[]
}

type Where = Warning['on'][number]
type Judged = { where: Where; entity: Note | Link }
interface Facts {
  board: BoardSnapshot
  asIs: Analysis
  toBe: Analysis
  judged: readonly Judged[]
}
interface Rule {
  rule: string
  because: string
  /** Returns the sentence; `count` is the number of entities concerned. */
  says: (count: number) => string
  /** null: no warning; an empty list: it concerns the board as a whole. */
  finds: (facts: Facts) => readonly Where[] | null
}

const some = (found: readonly Where[]) => (found.length > 0 ? found : null)
const whole = (when: boolean): readonly Where[] | null => (when ? [] : null)
const s = (count: number) => (count === 1 ? '' : 's')
const ofVerdicts = (test: (entity: Note | Link) => boolean) => (facts: Facts) =>
  some(facts.judged.filter(({ entity }) => test(entity)).map(({ where }) => where))
const hurts = (entity: Note | Link, side: CrownSide) => {
  const way = entity.crown?.[side]?.way
  return way !== undefined && way !== 'same' && way !== crown[side].good
}
const servesNothing = ({ flow }: Analysis, { root, id }: Where) => {
  const step = root === 'notes' ? flow.notes.get(id) : undefined
  return step !== undefined && servesOutcome(step) === false
}

/** In the order in which a workshop meets them. */
const rules: readonly Rule[] = [
  {
    rule: 'promise.missing',
    because: '“Why are we doing this?” is asked of everything else against the promise.',
    says: () => 'There is no promise yet.',
    finds: ({ board }) => whole(!board.outcomes.some(outcome => outcome.promise.trim())),
  },
  {
    rule: 'outcome.missing',
    because: 'Without an outcome nobody can say which steps serve it.',
    says: count =>
      count ? `${count} outcome${s(count)} without the one line that says it.` : 'There is no outcome yet.',
    finds: ({ board }) => {
      if (board.outcomes.length === 0) return []
      return some(
        board.outcomes.filter(o => !o.outcome.trim() && o.promise.trim()).map(o => ({ root: 'outcome', id: o.id })),
      )
    },
  },
  {
    rule: 'customer.wrong',
    because: 'Who is not the customer keeps the process from being built for everybody and nobody.',
    says: () => 'Nobody has said who is not the customer.',
    finds: ({ board }) =>
      some(
        board.outcomes
          .filter(outcome => outcome.customer.trim() && !outcome.wrongCustomer.trim())
          .map(outcome => ({ root: 'outcome', id: outcome.id })),
      ),
  },
  {
    rule: 'words.weasel',
    because: 'Words that measure nothing can be neither kept nor broken.',
    says: count =>
      `${count === 1 ? 'A promise or outcome uses' : `${count} promises or outcomes use`} words that measure nothing.`,
    finds: ({ board }) =>
      some(
        board.outcomes
          .filter(o => [o.promise, o.needs, o.outcome].some(text => findWeaselWords(text).length > 0))
          .map(o => ({ root: 'outcome', id: o.id })),
      ),
  },
  {
    rule: 'words.unmeasured',
    because: 'A promise without a number or a time is a mood.',
    says: () => 'An outcome without a number or a time in it.',
    finds: ({ board }) =>
      some(
        board.outcomes
          .filter(o => [o.promise, o.outcome].some(text => findMissingMeasures(text).some(hint => hint.letter === 'M')))
          .map(o => ({ root: 'outcome', id: o.id })),
      ),
  },
  {
    rule: 'lane.proposed',
    because: 'Moments of Truth are counted where a link touches a customer’s lane.',
    says: count =>
      count === 1 ? 'A lane looks like the customer’s: is it?' : `${count} lanes look like a customer’s: are they?`,
    finds: ({ board }) =>
      board.lanes.some(isCustomer)
        ? null
        : some(proposedCustomerLanes(board).map(lane => ({ root: 'lanes', id: lane.id }))),
  },
  {
    rule: 'lane.customer-missing',
    because: 'Outside-in begins with the customer’s process; the company’s is fitted to it.',
    says: () => 'There are lanes, but none is the customer’s.',
    finds: ({ board }) =>
      whole(board.lanes.length > 0 && !board.lanes.some(isCustomer) && proposedCustomerLanes(board).length === 0),
  },
  {
    rule: 'lane.inside-out',
    because: 'Starting from the internal process is inside-out.',
    says: () => 'The internal lanes are being filled before the customer’s.',
    finds: ({ board }) => {
      const customers = new Set(board.lanes.filter(isCustomer).map(lane => lane.id))
      if (customers.size === 0) return null
      const notes = [...board.notes.values()]
      if (notes.some(({ place, lane }) => place === 'wall' && lane !== null && customers.has(lane))) return null
      return whole(notes.some(({ place, lane }) => place === 'wall' && lane !== null))
    },
  },
  {
    rule: 'stakeholder.outcome',
    because: 'Suppliers, partners and regulators want something of their own from this process.',
    says: count => `${count} stakeholder lane${s(count)}, and only the customer’s outcome.`,
    finds: ({ board }) => {
      if (board.outcomes.length > 1) return null
      const theirs = board.lanes.filter(lane => ['supplier', 'partner', 'regulator'].includes(lane.actor))
      return some(theirs.map(lane => ({ root: 'lanes', id: lane.id })))
    },
  },
  {
    rule: 'rule.unreasoned',
    because: 'Most rules outlive their reason.',
    says: count => `${count} rule${s(count)} without a reason why ${count === 1 ? 'it exists' : 'they exist'}.`,
    finds: ({ asIs }) =>
      some(
        asIs.points
          .filter(point => point.kind === 'br' && point.state === 'confirmed' && !point.entity.why?.trim())
          .map(point => ({ root: point.on, id: point.id })),
      ),
  },
  {
    rule: 'rework.uncaused',
    because: 'A loop masks a root cause, and costs more than anything else on the wall.',
    says: count => `${count} rework loop${s(count)} without a cause.`,
    finds: ({ asIs, board }) =>
      some(
        asIs.rework
          .filter(loop => loop.state === 'confirmed' && !board[loop.on].get(loop.id)?.cause?.trim())
          .map(loop => ({ root: loop.on, id: loop.id })),
      ),
  },
  {
    rule: 'flow.endless',
    because: 'The numbers count it as one pass until a share says how many cases leave it.',
    says: count => `${count === 1 ? 'A loop that nothing leaves' : `${count} steps in loops that nothing leaves`}.`,
    finds: ({ asIs }) =>
      some(asIs.numbers().endless.flatMap(loop => loop.map(n => ({ root: 'notes', id: n.note.id }) as const))),
  },
  {
    rule: 'flow.shares',
    because: 'They were scaled so that every case goes somewhere.',
    says: count => `At ${count} note${s(count)} the shares do not add up to 100%.`,
    finds: ({ asIs }) => some(badShares(asIs).map(id => ({ root: 'notes', id }))),
  },
  {
    rule: 'flow.plain',
    because: 'Rates, times and costs are counted on steps: a plain note at the end of a path is not on it.',
    says: count =>
      `${count} linked note${s(count)} ${count === 1 ? 'is' : 'are'} plain: ${count === 1 ? 'a step' : 'steps'}?`,
    finds: ({ asIs: { projection } }) => some(plainOnes(projection).map(id => ({ root: 'notes', id }))),
  },
  {
    rule: 'goldilocks.rigid',
    because: 'Flexible just enough: exceptions at a rigid step are customers who vary more than the step does.',
    says: count => `${count} rigid step${s(count)} with exceptions.`,
    finds: ({ board }) =>
      some(
        [...board.notes.values()]
          .filter(note => note.flexibility !== null && note.flexibility <= 2 && note.exceptions?.trim())
          .map(note => ({ root: 'notes', id: note.id })),
      ),
  },
  {
    rule: 'verdict.keep-unreasoned',
    because: 'To keep a point of failure needs a reason tied to the outcome.',
    says: count => `${count} point${s(count)} kept without a reason.`,
    finds: ofVerdicts(entity => entity.verdict === 'keep' && !entity.verdictReason?.trim()),
  },
  {
    rule: 'verdict.improve-unowned',
    because: 'What nobody owns stays as it is.',
    says: count => `${count} improvement${s(count)} without an owner.`,
    finds: ofVerdicts(entity => entity.verdict === 'improve' && !entity.verdictOwner?.trim()),
  },
  {
    rule: 'verdict.hurts-customer',
    because: 'The triple crown is cost, experience and revenue together.',
    says: count =>
      `${count} verdict${s(count)} that help${count === 1 ? 's' : ''} cost and hurt${count === 1 ? 's' : ''} the customer.`,
    finds: ofVerdicts(
      entity => entity.verdict !== null && entity.crown?.cost?.way === 'down' && hurts(entity, 'experience'),
    ),
  },
  {
    rule: 'verdict.crownless',
    because: 'Each verdict says what it does to cost, experience and revenue.',
    says: count => `${count} verdict${s(count)} without the triple crown.`,
    finds: ofVerdicts(entity => acts(entity.verdict) && !crownSides.some(side => entity.crown?.[side] !== undefined)),
  },
  {
    rule: 'verdict.more-than-cost',
    because: 'Nothing can save more than there is: the same saving is stated twice, or a cost is missing.',
    says: () => 'The savings stated add up to more than a case costs.',
    finds: ({ asIs }) => {
      const [saved, cost] = [-(asIs.crown().cost.amount ?? 0), asIs.numbers().cost]
      return whole(cost > 0 && saved > cost + 0.005)
    },
  },
  {
    rule: 'effective-first',
    because: 'Effective before efficient: first ask whether the step should exist.',
    says: count =>
      `${count} improvement${s(count)} of ${count === 1 ? 'a step that serves' : 'steps that serve'} no outcome.`,
    finds: ({ asIs, judged }) =>
      some(
        judged
          .filter(({ entity, where }) => entity.verdict === 'improve' && servesNothing(asIs, where))
          .map(({ where }) => where),
      ),
  },
  {
    rule: 'to-be.gap',
    because: 'A case that comes there has nowhere to go.',
    says: count => `Elimination breaks the path at ${count} place${s(count)}.`,
    finds: ({ toBe }) =>
      some(
        toBe.projection.gaps.flatMap(gap =>
          gap.bridges.slice(0, 1).map(({ from }) => ({ root: 'notes', id: from }) as const),
        ),
      ),
  },
]

/** Plain notes that a link leaves or enters; events of a BPMN file are no steps. */
function plainOnes({ notes, links }: Analysis['projection']): string[] {
  const plain = new Set<string>()
  for (const [id, note] of notes)
    if (note.kind === 'plain' && note.place === 'wall' && !isFlowElement(note)) plain.add(id)
  if (plain.size === 0) return []
  const linked = new Set<string>()
  for (const { from, to } of links.values()) for (const end of [from, to]) if (plain.has(end)) linked.add(end)
  return [...linked]
}

function badShares({ flow }: Analysis): string[] {
  const bad: string[] = []
  for (const n of flow.notes.values()) {
    const stated = n.out.filter(link => link.share !== null)
    if (n.out.every(link => link.share === 1)) continue
    const sum = stated.reduce((total, link) => total + (link.share ?? 0), 0)
    if (sum > 1.001 || (stated.length === n.out.length && n.out.length > 1 && sum < 0.999)) bad.push(n.note.id)
  }
  return bad
}

/** Yields all present warnings, in the order of the workshop. */
export function* findWarnings(board: BoardSnapshot, asIs: Analysis, toBe: Analysis): Parts<Warning[]> {
  const pause = pacer()
  const judged: Judged[] = []
  for (const note of board.notes.values()) {
    if (pause()) yield
    if (note.verdict && note.place === 'wall') judged.push({ where: { root: 'notes', id: note.id }, entity: note })
  }
  for (const link of board.links.values()) {
    if (pause()) yield
    if (link.verdict) judged.push({ where: { root: 'links', id: link.id }, entity: link })
  }
  const facts: Facts = { board, asIs, toBe, judged }
  const warnings: Warning[] = []
  for (const { rule, because, says, finds } of rules) {
    const on = finds(facts)
    if (on) warnings.push({ rule, message: says(on.length), because, on })
    yield
  }
  return warnings
}
