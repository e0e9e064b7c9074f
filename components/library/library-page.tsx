'use client'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Select } from '#components/ui/input.tsx'
import { type LibrarySearch, narrows, searchAddress, sorts } from '#lib/report/search.ts'
import { type Facets, LibraryFilters } from './filters.tsx'
import { type CardData, LibraryCard } from './library-card.tsx'

const sortNames: Readonly<Record<(typeof sorts)[number], string>> = {
  best: 'Best match first',
  newest: 'Newest first',
  oldest: 'Oldest first',
  title: 'By title',
  points: 'Most points of failure first',
  gain: 'Most points removed first',
}

export interface LibraryPageProps {
  search: LibrarySearch
  cards: readonly CardData[]
  total: number
  /** Words that the cards were found by, where those that were asked for find nothing. */
  meant: string | null
  pages: number
  facets: Facets
  workspaces: readonly { id: string; name: string }[]
  workspaceId: string
}

/** The finished boards of a workspace. */
export function LibraryPage({ search, cards, total, meant, pages, facets, workspaces, workspaceId }: LibraryPageProps) {
  const router = useRouter()
  const [picked, setPicked] = useState<readonly CardData[]>([])
  const toggle = (card: CardData) =>
    setPicked(now => (now.some(one => one.id === card.id) ? now.filter(one => one.id !== card.id) : [...now, card]))
  const [a, b] = picked
  const all = searchAddress({ sort: search.sort, page: 1, workspace: search.workspace })
  const empty = total === 0 && !narrows(search)
  return (
    <>
      <div className="flex flex-wrap items-center gap-3 pt-4 pb-5">
        <h1 className="mr-auto text-xl">Library</h1>
        {workspaces.length > 1 && (
          <Select
            aria-label="Workspace"
            value={workspaceId}
            onChange={event => router.push(searchAddress({ sort: 'best', page: 1 }, { workspace: event.target.value }))}
            className="w-56"
          >
            {workspaces.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </div>
      {empty ? (
        <EmptyState
          title="No finished boards yet"
          action={
            <Button asChild>
              <Link href="/">To the boards</Link>
            </Button>
          }
        >
          When a facilitator finishes a board it is sealed and appears here: its wall, its numbers before and after, and
          what was decided.
        </EmptyState>
      ) : (
        <>
          <LibraryFilters key={`${workspaceId}`} search={search} facets={facets} />
          <div className="flex flex-wrap items-center gap-3 py-4">
            <p className={total > 0 ? 'mr-auto text-ink-700 text-sm figures' : 'sr-only'} aria-live="polite">
              {total === 1 ? '1 board' : `${total.toLocaleString('en')} boards`}
              {narrows(search) && total > 0 && (
                <>
                  {' · '}
                  <Link href={all} className="font-semibold text-accent underline underline-offset-2">
                    Show all
                  </Link>
                </>
              )}
            </p>
            {total > 1 && (
              <Select
                aria-label="Order"
                value={search.sort}
                onChange={event =>
                  router.replace(searchAddress(search, { sort: event.target.value as LibrarySearch['sort'] }))
                }
                className="max-sm:min-w-0 max-sm:flex-1 sm:w-64"
              >
                {sorts
                  .filter(sort => sort !== 'best' || search.q !== undefined || search.sort === 'best')
                  .map(sort => (
                    <option key={sort} value={sort}>
                      {sort === 'best' && search.q === undefined ? sortNames.newest : sortNames[sort]}
                    </option>
                  ))}
              </Select>
            )}
          </div>
          {meant !== null && search.q !== undefined && (
            <p role="status" className="pb-4">
              Nothing found for “<bdi>{search.q}</bdi>”. Did you mean{' '}
              <Link
                href={searchAddress(search, { q: meant })}
                className="font-semibold text-accent underline underline-offset-2"
              >
                <bdi>{meant}</bdi>
              </Link>
              ? These boards have it.
            </p>
          )}
          {cards.length > 0 ? (
            <ul className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3" aria-label="Finished boards">
              {cards.map(card => {
                const isPicked = picked.some(one => one.id === card.id)
                const full = picked.length >= 2 && !isPicked
                return (
                  <LibraryCard
                    key={card.id}
                    card={card}
                    picked={isPicked}
                    onPick={full ? undefined : () => toggle(card)}
                  />
                )
              })}
            </ul>
          ) : (
            <NothingFound search={search} all={all} />
          )}
          {pages > 1 && <Pages search={search} pages={pages} />}
        </>
      )}
      {a && (
        <div className="fixed inset-x-0 bottom-0 z-30 border-line border-t bg-paper-0 px-4 py-3 shadow-pop">
          <div className="mx-auto flex max-w-[80rem] flex-wrap items-center gap-3">
            <p className="min-w-0 flex-1 truncate text-sm">
              <bdi>{a.title}</bdi> {b ? <bdi>beside {b.title}</bdi> : 'beside … pick another board'}
            </p>
            <Button variant="ghost" onClick={() => setPicked([])}>
              Put back
            </Button>
            {b && (
              <Button variant="primary" asChild>
                <Link href={`/library/compare?a=${a.id}&b=${b.id}`}>Compare</Link>
              </Button>
            )}
          </div>
        </div>
      )}
    </>
  )
}

/** Says which of the two left nothing over, words or filters, and the way back to everything. */
function NothingFound({ search, all }: { search: LibrarySearch; all: string }) {
  const { q, ...filters } = search
  const filtered = narrows(filters)
  return (
    <EmptyState
      title={
        q === undefined ? (
          'No finished board is like this'
        ) : (
          <>
            Nothing found for “<bdi>{q}</bdi>”
          </>
        )
      }
      action={
        <>
          {q !== undefined && filtered && (
            <Button asChild>
              <Link href={searchAddress(search, { q: undefined })}>Without these words</Link>
            </Button>
          )}
          <Button asChild>
            <Link href={all}>Show all boards</Link>
          </Button>
        </>
      }
    >
      {q === undefined
        ? 'Fewer filters find more.'
        : filtered
          ? 'No board that the filters leave has all of these words.'
          : 'No finished board has all of these words in its title, outcome, notes or comments.'}
    </EmptyState>
  )
}

function Pages({ search, pages }: { search: LibrarySearch; pages: number }) {
  const { page } = search
  return (
    <nav aria-label="Pages of the library" className="flex items-center justify-center gap-3 pt-8">
      {page > 1 && (
        <Button asChild>
          <Link href={searchAddress(search, { page: page - 1 })} rel="prev">
            Before
          </Link>
        </Button>
      )}
      <p className="text-ink-700 text-sm figures">
        Page {page} of {pages}
      </p>
      {page < pages && (
        <Button asChild>
          <Link href={searchAddress(search, { page: page + 1 })} rel="next">
            Next
          </Link>
        </Button>
      )}
    </nav>
  )
}
