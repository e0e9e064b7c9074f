import { cx } from 'class-variance-authority'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { LibraryShell } from '#components/pages/page-shell.tsx'
import type { OwnWorkspace, Who } from '#components/pages/workspace-switch.tsx'
import type { WorkspaceRole } from '#lib/access/actor.ts'

const pages = [
  ['people', 'People', '/workspace'],
  ['settings', 'Settings', '/workspace/settings'],
  ['bin', 'Bin', '/workspace/bin'],
  ['record', 'Record', '/workspace/record'],
] as const

/** Managers read boards; what was deleted is not for them. What was done is for the owner. */
const shown = (page: (typeof pages)[number][0], role: WorkspaceRole) =>
  page === 'bin' ? role !== 'manager' : page !== 'record' || role === 'owner'

/** The pages about a workspace: whose it is, and which of them one is on. */
export function WorkspaceFrame({
  who,
  workspace,
  here,
  children,
}: {
  who: Who
  workspace: OwnWorkspace
  here: (typeof pages)[number][0]
  children: ReactNode
}) {
  return (
    <LibraryShell who={who} here={null}>
      <h1 className="pt-4 text-xl" dir="auto">
        {workspace.name}
      </h1>
      <nav aria-label="About the workspace" className="mt-3 mb-6 flex flex-wrap gap-x-1 border-line border-b">
        {pages
          .filter(([page]) => shown(page, workspace.role))
          .map(([page, label, href]) => (
            <Link
              key={page}
              href={href}
              aria-current={page === here ? 'page' : undefined}
              className={cx(
                '-mb-px flex h-10 items-center border-b-2 px-3 text-sm no-underline touch:h-11',
                page === here
                  ? 'border-accent font-semibold text-ink-900'
                  : 'border-transparent text-ink-700 hover:border-line-strong',
              )}
            >
              {label}
            </Link>
          ))}
      </nav>
      {children}
    </LibraryShell>
  )
}
