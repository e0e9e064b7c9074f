'use client'
import Link from 'next/link'
import { Button } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Field } from '#components/ui/field.tsx'
import { Input, Select } from '#components/ui/input.tsx'
import { When } from '#components/ui/when.tsx'
import type { RecordFilter, RecordLine } from '#lib/protocol/routes/workspaces.ts'

interface Props {
  workspaceId: string
  /** Everything that is recorded, each with its words. */
  acts: readonly (readonly [string, string])[]
  asked: RecordFilter & { page: number }
  lines: readonly RecordLine[]
  /** Whether there are older ones than these. */
  more: boolean
  people: readonly { id: string; name: string }[]
}

/** What was done in a workspace: to be narrowed, paged through and saved. It works before any script has come. */
export function RecordPage({ workspaceId, acts, asked, lines, more, people }: Props) {
  const { page, ...filter } = asked
  const narrowed = Object.values(filter).some(Boolean)
  const to = (other: number) => `/workspace/record?${asSearch({ ...filter, page: String(other) })}`
  return (
    <div className="grid grid-cols-1 gap-5">
      <form action="/workspace/record" className="flex flex-wrap items-end gap-3">
        <Field label="What">
          <Select name="what" defaultValue={filter.what ?? ''} className="w-60">
            <option value="">Everything</option>
            {acts.map(([id, words]) => (
              <option key={id} value={id}>
                {words}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Who">
          <Select name="who" defaultValue={filter.who ?? ''} className="w-48">
            <option value="">Everybody</option>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="From">
          <Input type="date" name="from" defaultValue={filter.from} className="w-40" />
        </Field>
        <Field label="To">
          <Input type="date" name="to" defaultValue={filter.to} className="w-40" />
        </Field>
        <Button type="submit" className="h-11">
          Show
        </Button>
        <Button asChild variant="ghost" className="h-11">
          <a href={`/api/workspaces/${workspaceId}/record/csv?${asSearch(filter)}`} download>
            Download as CSV
          </a>
        </Button>
      </form>
      {lines.length === 0 ? (
        <EmptyState
          title={narrowed ? 'Nothing like this was done' : 'Nothing was done yet'}
          action={
            narrowed && (
              <Button asChild>
                <Link href="/workspace/record">Show everything</Link>
              </Button>
            )
          }
        >
          Invites, roles, removals, exports, links to replays, finishing, deleting and erasing are written down here:
          who, when, on what, and nothing of what stands on a board.
        </EmptyState>
      ) : (
        <ol aria-label="What was done" className="divide-y divide-line rounded-md border border-line bg-paper-0">
          {lines.map(line => (
            <Line key={line.id} {...line} />
          ))}
        </ol>
      )}
      {(page > 1 || more) && (
        <nav aria-label="Pages of the record" className="flex gap-2">
          {page > 1 && (
            <Button asChild>
              <Link href={to(page - 1)}>Newer</Link>
            </Button>
          )}
          {more && (
            <Button asChild>
              <Link href={to(page + 1)}>Older</Link>
            </Button>
          )}
        </nav>
      )}
    </div>
  )
}

function Line({ at, who, what, board, onPerson, detail, address }: RecordLine) {
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-3 py-2.5 text-sm sm:px-4">
      <span className="w-40 shrink-0 text-ink-500 text-xs figures">
        <When at={at} />
      </span>
      <span className="min-w-0 flex-1 basis-64">
        <bdi className="font-semibold">{who}</bdi> {what}
        {onPerson && (
          <>
            : <bdi>{onPerson}</bdi>
          </>
        )}
        {board && (
          <>
            , <bdi>{board}</bdi>
          </>
        )}
        {detail && <span className="text-ink-500"> ({detail})</span>}
        {address && <span className="text-ink-500 figures"> from {address}</span>}
      </span>
    </li>
  )
}

/** What was asked as an address has it. */
const asSearch = (asked: Record<string, string | undefined>): string =>
  String(new URLSearchParams(Object.entries(asked).flatMap(([key, value]) => (value ? [[key, value]] : []))))
