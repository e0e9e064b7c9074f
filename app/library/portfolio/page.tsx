import type { Metadata } from 'next'
import { PortfolioPage } from '#components/library/portfolio-page.tsx'
import { LibraryShell } from '#components/pages/page-shell.tsx'
import { readPortfolio } from '#server/use-cases/library.ts'
import { libraryVisitor, one, type Search } from '../visitor.ts'

export const metadata: Metadata = { title: 'Portfolio', robots: { index: false } }

export default async function Page({ searchParams }: { searchParams: Search }) {
  const workspace = one((await searchParams).workspace)
  const { parts, who, workspaceId } = await libraryVisitor('/library/portfolio', workspace)
  return (
    <LibraryShell who={who} here="portfolio">
      <PortfolioPage portfolio={await readPortfolio(parts, workspaceId)} />
    </LibraryShell>
  )
}
