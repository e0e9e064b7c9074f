import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LibraryShell } from '#components/pages/page-shell.tsx'
import { WorkspaceSettings } from '#components/pages/workspace-settings.tsx'
import { currencies } from '#lib/report/currency.ts'
import { aboutMe } from '#server/use-cases/people.ts'
import { settingsOf } from '#server/use-cases/settings.ts'
import { visitor } from '../library/visitor.ts'

export const metadata: Metadata = { title: 'Workspaces', robots: { index: false } }

export default async function Page() {
  const { parts, person, me } = await visitor('/workspace')
  const { workspaces } = await aboutMe(parts, person)
  if (workspaces.length === 0) notFound()
  const settings = await Promise.all(workspaces.map(({ id }) => settingsOf(parts, id)))
  return (
    <LibraryShell me={me} here={null}>
      <h1 className="pt-4 pb-6 text-xl">{workspaces.length === 1 ? 'Workspace' : 'Workspaces'}</h1>
      <div className="grid max-w-xl gap-10">
        {workspaces.map((workspace, i) => (
          <WorkspaceSettings
            key={workspace.id}
            workspace={workspace}
            currency={settings[i]?.currency ?? null}
            currencies={currencies()}
          />
        ))}
      </div>
    </LibraryShell>
  )
}
