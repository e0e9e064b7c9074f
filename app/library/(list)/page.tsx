import type { Metadata } from 'next'
import { LibraryPage } from '#components/library/library-page.tsx'
import { LibraryShell } from '#components/library/shell.tsx'
import { readSearch } from '#lib/report/search.ts'
import { searchLibrary } from '#server/use-cases/library.ts'
import { libraryVisitor, type Search } from '../visitor.ts'

export const metadata: Metadata = { title: 'Library', robots: { index: false } }

export default async function Page({ searchParams }: { searchParams: Search }) {
  const search = readSearch(await searchParams)
  const { parts, me, workspaceId, workspaces } = await libraryVisitor('/library', search.workspace)
  const found = await searchLibrary(parts, workspaceId, search)
  return (
    <LibraryShell me={me} here="library">
      <LibraryPage search={search} {...found} workspaces={workspaces} workspaceId={workspaceId} />
    </LibraryShell>
  )
}
