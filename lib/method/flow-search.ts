import type { Note } from '../board/snapshot.ts'
import { isCustomer } from './customer-lane.ts'
import type { FlowNote } from './graph.ts'
import { type Parts, pacer } from './parts.ts'

const isCustomers = ({ lane }: FlowNote) => lane !== null && isCustomer(lane)
const byAge = (a: Note, b: Note) => (a.z === b.z ? (a.id < b.id ? -1 : 1) : a.z < b.z ? -1 : 1)

/**
 * Customers' notes first, then older notes first, then by id: an order that does not change with renaming and moving.
 */
const byRank = (a: FlowNote, b: FlowNote) => Number(isCustomers(b)) - Number(isCustomers(a)) || byAge(a.note, b.note)

/**
 * Finds where paths begin, the components of the flow and the links that go back. Paths begin where no link enters. A
 * loop without an entering link (rework back to the very first step) begins at its customer's note, else at its oldest
 * note.
 */
export function* searchFlow(notes: readonly FlowNote[]): Parts<{ starts: FlowNote[]; components: FlowNote[][] }> {
  const starts = notes.filter(n => n.in.every(link => link.from === n)).sort(byRank)
  yield
  const components = yield* search(starts)
  const rest = notes.filter(n => n.state === 'new')
  if (rest.length === 0) return { starts, components }
  for (const loop of yield* search(rest)) {
    const inside = new Set(loop)
    const [first] = [...loop].sort(byRank)
    if (first && loop.every(n => n.in.every(link => inside.has(link.from)))) starts.push(first)
  }
  starts.sort(byRank)
  for (const n of notes) n.state = 'new'
  return { starts, components: yield* search(starts) }
}

/**
 * One depth-first search from the roots in their order, iterative: strongly connected components (Tarjan 1972) and
 * links back to a note that is still on the stack.
 */
function* search(roots: readonly FlowNote[]): Parts<FlowNote[][]> {
  const pause = pacer()
  const components: FlowNote[][] = []
  const open: FlowNote[] = []
  const path: { n: FlowNote; next: number }[] = []
  let found = 0
  let left = 0
  const enter = (n: FlowNote) => {
    n.found = n.low = found++
    n.state = 'on-path'
    for (const link of n.out) link.backwards = false
    open.push(n)
    path.push({ n, next: 0 })
  }
  for (const root of roots) {
    if (root.state === 'new') enter(root)
    for (let at = path.at(-1); at; at = path.at(-1)) {
      if (pause()) yield
      const { n } = at
      const link = n.out[at.next++]
      if (link) {
        if (link.to.state === 'new') enter(link.to)
        else if (link.to.state !== 'closed') {
          link.backwards = link.to.state === 'on-path'
          n.low = Math.min(n.low, link.to.found)
        }
        continue
      }
      path.pop()
      n.state = 'open'
      n.left = left++
      const before = path.at(-1)?.n
      if (before) before.low = Math.min(before.low, n.low)
      if (n.low === n.found) components.push(close(open, n, components.length))
    }
  }
  return components
}

function close(open: FlowNote[], root: FlowNote, component: number): FlowNote[] {
  const members: FlowNote[] = []
  for (let n = open.pop(); n; n = open.pop()) {
    n.state = 'closed'
    n.component = component
    members.push(n)
    if (n === root) break
  }
  return members.sort((a, b) => a.left - b.left)
}
