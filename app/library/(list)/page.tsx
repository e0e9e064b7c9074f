import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Suspense } from 'react'
import { Coming } from '#components/library/coming.tsx'
import { LibraryPage } from '#components/library/library-page.tsx'
import { LibraryShell } from '#components/pages/page-shell.tsx'
import { type LibrarySearch, readSearch, searchAddress } from '#lib/report/search.ts'
import { searchLibrary } from '#server/use-cases/library.ts'
import { libraryVisitor, type Search } from '../visitor.ts'

export const metadata: Metadata = { title: 'Library', robots: { index: false } }

export default async function Page({ searchParams }: { searchParams: Search }) {
  const search = readSearch(await searchParams)
  // Before anything is sent, so that the status can still be 404.
  const visitor = await libraryVisitor('/library', search.workspace)
  return (
    <Suspense fallback={<Coming />}>
      <Found visitor={visitor} search={search} />
    </Suspense>
  )
}

type Visitor = Awaited<ReturnType<typeof libraryVisitor>>

async function Found({ visitor, search }: { visitor: Visitor; search: LibrarySearch }) {
  const { parts, who, workspaceId, workspaces } = visitor
  const found = await searchLibrary(parts, workspaceId, search)
  // An old bookmark may ask for a page that no longer exists.
  if (search.page > found.pages) redirect(searchAddress(search, { page: found.pages }))
  return (
    <LibraryShell who={who} here="library">
      <LibraryPage search={search} {...found} workspaces={workspaces} workspaceId={workspaceId} />
    </LibraryShell>
  )
}
