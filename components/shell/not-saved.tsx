'use client'
import { Copy, RotateCcw, X } from 'lucide-react'
import { useBoard } from '#components/board/state/board-context.tsx'
import { type BoardState, factsOf } from '#components/board/state/board-state.ts'
import { useCollab } from '#components/collab/collab-context.tsx'
import { Button } from '#components/ui/button.tsx'
import { copyText } from '#components/ui/copy-text.ts'
import { IconButton } from '#components/ui/icon-button.tsx'
import { useStore } from '#components/ui/store.ts'
import type { Answer } from '#lib/access/policy.ts'
import type { RootName } from '#lib/board/schema.ts'
import { abilitiesFor, type Unsaved, writeAgain } from '#lib/board/unsaved-diff.ts'
import { noteKind } from '#lib/notes/kinds/index.ts'
import { papers } from '#lib/notes/papers.ts'

/** Cards at once: a copy and another try are of all. */
const shown = 100

/** Changes that the server did not accept, as the person made them: to copy, to try again, or to discard. */
export function NotSaved() {
  const { unsaved } = useCollab()
  const board = useBoard()
  const batches = useStore(unsaved)
  useStore(board.access)
  const items = batches.flatMap(batch => batch.items)
  if (items.length === 0) return null
  const reasons = [...new Set(batches.map(batch => batch.why))]
  const again = (item: Unsaved) => {
    if (!mayAgain(board, item).ok) return
    writeAgain(board.writer, item)
    unsaved.settle(item)
  }
  // Notes first, then the links between them.
  const allAgain = () => {
    for (const item of items.toSorted((a, b) => Number(a.root === 'links') - Number(b.root === 'links'))) again(item)
  }
  return (
    <section
      aria-label="Not saved"
      className="absolute right-3 bottom-3 left-3 z-20 flex max-h-[55%] max-w-sm flex-col overflow-hidden rounded-md border border-warn bg-paper-0 shadow-pop sm:left-auto"
    >
      <header className="flex items-start gap-2 border-line border-b bg-warn-soft px-3 py-2 text-warn">
        <div className="flex-1 text-sm" role="alert">
          <strong>{items.length === 1 ? 'One change was' : `${items.length} changes were`} not saved.</strong>{' '}
          {reasons.join(' ')} The board is as everybody else sees it.
          {!unsaved.kept && ' This browser cannot keep them: copy them before you leave the page.'}
        </div>
        <IconButton size="sm" label="Let all of it go" onClick={() => unsaved.settleAll()}>
          <X />
        </IconButton>
      </header>
      <ul className="min-h-0 flex-1 overflow-y-auto p-2">
        {items.slice(0, shown).map(item => (
          <Card key={`${item.root}/${item.id}/${item.what}`} item={item} said={reasons} onAgain={() => again(item)} />
        ))}
        {items.length > shown && (
          <li className="px-2 text-sm">
            And {(items.length - shown).toLocaleString('en')} more, all of them in the copy.
          </li>
        )}
      </ul>
      <footer className="flex justify-end gap-2 border-line border-t p-2">
        <Button size="sm" onClick={() => void copyItems(items)}>
          <Copy aria-hidden />
          Copy the texts
        </Button>
        <Button size="sm" variant="primary" disabled={!items.some(item => mayAgain(board, item).ok)} onClick={allAgain}>
          <RotateCcw aria-hidden />
          Try again
        </Button>
      </footer>
    </section>
  )
}

/** `said`: reasons that stand above all cards already. */
function Card({ item, said, onAgain }: { item: Unsaved; said: readonly string[]; onAgain: () => void }) {
  const board = useBoard()
  const { unsaved } = useCollab()
  const may = mayAgain(board, item)
  const note = board.model.notes.get(item.id)
  const kind = noteKind(String(item.fields.kind ?? note?.kind ?? ''))
  const name = textOf(item) || note?.text || (item.root === 'notes' ? kind.label : '')
  return (
    <li className="mb-2 flex items-center gap-2 last:mb-0">
      <div
        className="min-w-0 flex-1 rounded-note border border-dashed p-2 font-note text-sm opacity-80"
        style={
          item.root === 'notes'
            ? {
                backgroundColor: papers[kind.paper].fill,
                borderColor: papers[kind.paper].edge,
                color: papers[kind.paper].ink,
              }
            : undefined
        }
      >
        <bdi className="line-clamp-3 text-base leading-snug">{name}</bdi>
        <span className="block font-ui text-xs">{says(item)}</span>
        {!may.ok && !said.includes(may.reason) && <span className="block font-ui text-xs">{may.reason}</span>}
      </div>
      <IconButton size="sm" label="Try again" disabled={!may.ok} onClick={onAgain}>
        <RotateCcw />
      </IconButton>
      <IconButton size="sm" label="Let it go" onClick={() => unsaved.settle(item)}>
        <X />
      </IconButton>
    </li>
  )
}

const names: Record<RootName, string> = {
  notes: 'note',
  links: 'link',
  lanes: 'lane',
  groups: 'group',
  views: 'view',
  outcome: 'outcome',
  comments: 'comment',
  stage: 'stage',
}
const verbs = { added: 'New', changed: 'Changed', removed: 'Taken off' }
const says = ({ root, what, fields }: Unsaved): string => {
  const kept = `${verbs[what]} ${names[root]}`
  const keys = what === 'changed' ? Object.keys(fields).filter(key => key !== 'text') : []
  const changed = [...new Set(keys.map(key => words[key] ?? 'details'))]
  return changed.length > 0 ? `${kept}: ${changed.join(', ')}` : kept
}
/** Fields by the words that the board itself uses; all others are details. */
const words: Readonly<Record<string, string>> = {
  pos: 'place',
  size: 'size',
  z: 'order',
  order: 'order',
  group: 'group',
  place: 'place',
  kind: 'kind',
  colour: 'colour',
  tags: 'tags',
  locked: 'lock',
  deleted: 'taken off or put back',
  ends: 'where it leads',
  sides: 'where it leads',
  name: 'name',
  actor: 'actor',
  height: 'height',
  rect: 'what it shows',
  verdict: 'verdict',
  mark: 'point of failure',
  promise: 'promise',
}

const textOf = ({ fields }: Unsaved): string =>
  Object.entries(fields)
    .filter(([key, value]) => typeof value === 'string' && ['text', 'name', 'promise', 'outcome'].includes(key))
    .map(([, value]) => value)
    .join('\n')

async function copyItems(items: readonly Unsaved[]): Promise<void> {
  const text = items.map(textOf).filter(Boolean).join('\n')
  await copyText(text)
}

function mayAgain(board: BoardState, item: Unsaved): Answer {
  const note = item.root === 'notes' ? board.model.notes.get(item.id) : undefined
  const facts = note ? factsOf(board, note) : { own: true, locked: false, kind: String(item.fields.kind ?? '') }
  for (const ability of abilitiesFor(item)) {
    const answer = board.may(ability, facts)
    if (!answer.ok) return answer
  }
  return { ok: true }
}
