import { z } from 'zod'

/** A search of the library as its address encodes it, for bookmarks and links. */
const text = z.string().trim().min(1).max(200).optional().catch(undefined)
const day = z.iso.date().optional().catch(undefined)

export const sorts = ['best', 'newest', 'oldest', 'title', 'points', 'gain'] as const
const actionStates = ['open', 'overdue', 'done'] as const

const search = z.object({
  q: text,
  customer: text,
  process: text,
  tag: text,
  by: text,
  /** Days, both included. */
  from: day,
  to: day,
  actions: z.enum(actionStates).optional().catch(undefined),
  sort: z.enum(sorts).catch('best'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  workspace: text,
})
export type LibrarySearch = z.infer<typeof search>

/** Parses an address; invalid parameters are ignored. */
export const readSearch = (params: Readonly<Record<string, string | string[] | undefined>>): LibrarySearch =>
  search.parse(
    Object.fromEntries(Object.entries(params).map(([key, value]) => [key, Array.isArray(value) ? value[0] : value])),
  )

/** Returns the address of a search, without defaults; a changed search begins at its first page. */
export function searchAddress(now: LibrarySearch, change: Partial<LibrarySearch> = {}): string {
  const next = { ...now, page: 1, ...change }
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(next))
    if (
      value !== undefined &&
      value !== '' &&
      !(key === 'page' && value === 1) &&
      !(key === 'sort' && value === 'best')
    )
      params.set(key, String(value))
  const query = params.toString()
  return query ? `/library?${query}` : '/library'
}

/** Whether the search filters anything out. */
export const narrows = ({ sort: _, page: __, workspace: ___, ...rest }: LibrarySearch): boolean =>
  Object.values(rest).some(value => value !== undefined)
