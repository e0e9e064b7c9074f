import * as Y from 'yjs'
import { readBoard } from '#lib/board/model.ts'
import { type BoardPlan, boardPlan, writePlan } from '#lib/board/plan.ts'
import { isArchive, readArchive } from '#lib/import/archive.ts'
import { ImportError, ontoLimits } from '#lib/import/format.ts'
import { readFile } from '#lib/import/index.ts'
import { newId } from '#server/base/ids.ts'
import type { FileAsk, FileContent, FileRead } from './jobs.ts'

/** Reads a file and returns what it would become; throws ImportError with a sentence for the person. */
export async function readAsBoard(ask: FileAsk): Promise<FileRead> {
  const { name, bytes, target, by, table } = ask
  if (isArchive(bytes)) {
    if (target === 'onto')
      throw new ImportError('An archive brings a board with its history: open it from the list of boards.')
    const { manifest, history, plan, personIds } = await readArchive(bytes)
    const content: FileContent = by === null ? { is: 'looked-at' } : { is: 'archive', manifest, history, personIds }
    return {
      ...about(plan),
      format: 'Brownpaper archive',
      title: manifest.title,
      losses: [],
      changes: history.length,
      table: null,
      content,
    }
  }
  const { format, title, plan, losses, look } = await readFile(name, bytes, table)
  if (target === 'onto') limited(plan)
  return {
    ...about(plan),
    format: format.label,
    title: title ?? null,
    losses: summed(losses),
    changes: null,
    table: look ?? null,
    content:
      by === null
        ? { is: 'looked-at' }
        : target === 'onto'
          ? { is: 'plan', plan: signed(plan, by) }
          : documentOf(signed(plan, by)),
  }
}

const about = ({ lanes, notes, links, outcomes, comments }: BoardPlan) => ({
  counts: {
    lanes: lanes.length,
    notes: notes.length,
    links: links.length,
    outcomes: outcomes.length,
    comments: comments.length,
  },
})

function limited(plan: BoardPlan): void {
  for (const [what, most] of Object.entries(ontoLimits)) {
    const count = plan[what as keyof typeof ontoLimits].length
    if (count > most)
      throw new ImportError(
        `This file has ${count.toLocaleString('en')} ${what}; up to ${most.toLocaleString('en')} can come onto a board at once. Make a board of it instead.`,
      )
  }
}

/** Reports a loss that many notes share once, with their number. */
function summed(losses: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const loss of losses) counts.set(loss, (counts.get(loss) ?? 0) + 1)
  return [...counts].map(([loss, count]) => (count > 1 ? `${loss} (${count} times)` : loss))
}

/** Sets the author: a file cannot decide whose work it is. */
const signed = (plan: BoardPlan, by: string): BoardPlan => ({
  ...plan,
  notes: plan.notes.map(note => ({ ...note, by })),
  links: plan.links.map(link => ({ ...link, by })),
  comments: plan.comments.map(comment => ({ ...comment, by })),
})

/** Makes a document of its own for a board, with an outcome to fill in if the file has none. */
function documentOf(plan: BoardPlan): FileContent {
  const doc = new Y.Doc()
  const outcomes = plan.outcomes.length > 0 ? plan.outcomes : boardPlan.parse({ outcomes: [{ id: 'main' }] }).outcomes
  writePlan({ doc, newId }, readBoard(doc), { ...plan, outcomes }, { freshIds: false, authors: true })
  return { is: 'document', update: Y.encodeStateAsUpdate(doc), client: doc.clientID }
}
