import type { BoardPlan, BoardPlanInput } from '../board/plan.ts'
import { boardPlan } from '../board/plan.ts'
import type { Lane } from '../board/snapshot.ts'

type PlanNote = NonNullable<BoardPlanInput['notes']>[number]
type PlanLink = NonNullable<BoardPlanInput['links']>[number]

/** px: one column or row of notes, and what stays free at a lane's top and left for its heading. */
const pitch = { x: 216, y: 136 }
const margin = { x: 120, top: 56 }
/** Rows that fit into the tallest lane. */
const mostRows = 28

const lanes: readonly { actor: Lane['actor']; name: string; does: readonly string[] }[] = [
  { actor: 'customer', name: 'Customer', does: ['Asks for', 'Sends in', 'Waits for', 'Receives', 'Queries'] },
  { actor: 'front-stage', name: 'Service desk', does: ['Takes down', 'Explains', 'Calls back about', 'Hands over'] },
  { actor: 'back-stage', name: 'Claims office', does: ['Checks', 'Assesses', 'Approves', 'Corrects'] },
  { actor: 'back-stage', name: 'Accounts', does: ['Books', 'Pays out', 'Reconciles', 'Files'] },
  { actor: 'system', name: 'Policy system', does: ['Registers', 'Calculates', 'Matches', 'Prints'] },
  { actor: 'partner', name: 'Surveyor', does: ['Inspects', 'Photographs', 'Estimates', 'Reports on'] },
  { actor: 'supplier', name: 'Repair shop', does: ['Quotes for', 'Orders parts for', 'Repairs', 'Returns'] },
  { actor: 'regulator', name: 'Supervisor', does: ['Samples', 'Audits', 'Asks about', 'Signs off'] },
]
const things = [
  'the water damage claim',
  'the missing policy number',
  'a second estimate',
  'the photographs',
  'the advance payment',
  'the bank details',
  'the letter of refusal',
  'the renewal',
  'the complaint',
  'the form, page 3',
  'the cover note',
]
/** Where a strand goes at each step, in lanes down; most often it stays. */
const moves = [0, 1, 0, 0, 2, 0, -1, 0, 0, 3, 0, -2, 0, 1, 0, 0, -1]

/**
 * Returns a large board for testing: `count` notes as strands of work from left to right through eight lanes, with
 * hand-offs, decisions and loops back. One plan for each strand, to be written in order; the first includes the lanes.
 * The same count gives the same board.
 */
export function largeBoard(count: number): BoardPlan[] {
  const rows = Math.max(1, Math.min(mostRows, Math.ceil(Math.sqrt(count / 72))))
  const strands = Math.min(count, lanes.length * rows)
  const height = margin.top + rows * pitch.y + 16
  return Array.from({ length: strands }, (_, strand) => {
    const length = Math.floor(count / strands) + (strand < count % strands ? 1 : 0)
    const row = Math.floor(strand / lanes.length)
    const notes = Array.from({ length }, (_, column) => noteOf(strand, row, column, height))
    const placed = lanes.map(({ actor, name }, index) => ({ id: `lane${index}`, actor, name, height }))
    return boardPlan.parse({
      lanes: strand === 0 ? placed : [],
      notes,
      links: notes.flatMap((note, column) => linksOf(notes, note, column)),
    })
  })
}

function noteOf(strand: number, row: number, column: number, height: number): PlanNote {
  // All strands of a row move together, so that no two of them meet.
  let down = strand
  for (let i = 0; i < column; i++) down += moves[(i * (row + 3) + row) % moves.length] ?? 0
  const index = ((down % lanes.length) + lanes.length) % lanes.length
  const n = strand * 31 + column * 17
  const lane = lanes[index]
  const verb = lane?.does[n % lane.does.length] ?? 'Does'
  const thing = things[n % things.length]
  const decides = column % 9 === 7
  return {
    id: `s${strand}n${column}`,
    kind: decides ? 'decision' : 'step',
    text: decides ? `Is ${thing} complete?` : `${verb} ${thing}`,
    x: margin.x + column * pitch.x,
    y: index * height + margin.top + row * pitch.y,
    lane: `lane${index}`,
    ...(n % 3 === 0 ? { processing: 2 + (n % 40), waiting: n % 480, firstTimeRight: 0.8 + (n % 20) / 100 } : {}),
    ...(n % 23 === 0 ? { verdict: n % 2 === 0 ? 'eliminate' : 'improve' } : {}),
  }
}

/** On to the next note; from a decision also ahead, or back when it is not complete. */
function linksOf(notes: readonly PlanNote[], note: PlanNote, column: number): PlanLink[] {
  const to = (other: PlanNote | undefined, more: object = {}): PlanLink[] =>
    other ? [{ id: `${note.id}-${other.id}`, from: note.id, to: other.id, ...more }] : []
  const onward = to(notes[column + 1])
  if (note.kind !== 'decision') return onward
  const back = column % 2 === 0
  return [...onward, ...to(notes[back ? column - 4 : column + 3], { text: back ? 'no, again' : 'not needed' })]
}
