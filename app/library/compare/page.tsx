import type { Metadata } from 'next'
import { ComparePage } from '#components/library/compare-page.tsx'
import { LibraryShell } from '#components/pages/page-shell.tsx'
import { readFinishedBoard } from '#server/use-cases/library.ts'
import { found, one, type Search, visitor } from '../visitor.ts'

export const metadata: Metadata = { title: 'Two boards', robots: { index: false } }

export default async function Page({ searchParams }: { searchParams: Search }) {
  const { a, b } = await searchParams
  const [first = '', second = ''] = [one(a), one(b)]
  const address = `/library/compare?a=${encodeURIComponent(first)}&b=${encodeURIComponent(second)}`
  const { parts, person, who } = await visitor(address)
  const boards = await found(Promise.all([first, second].map(id => readFinishedBoard(parts, person, id))))
  return (
    <LibraryShell who={who} here={null}>
      <ComparePage
        boards={boards.map(({ card, report, currency, asIs, toBe }) => ({ card, report, currency, asIs, toBe }))}
      />
    </LibraryShell>
  )
}
