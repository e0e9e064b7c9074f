import type { Metadata } from 'next'
import { WorkspaceFrame } from '#components/organisation/frame.tsx'
import { SettingsPage } from '#components/organisation/settings.tsx'
import { currencies } from '#lib/report/currency.ts'
import { brandOf } from '#server/use-cases/brand.ts'
import { settingsOf } from '#server/use-cases/settings.ts'
import { workspaceVisitor } from '../../library/visitor.ts'

export const metadata: Metadata = { title: 'Settings of the workspace', robots: { index: false } }

export default async function Page() {
  const { parts, who, workspace } = await workspaceVisitor('/workspace/settings')
  return (
    <WorkspaceFrame who={who} workspace={workspace} here="settings">
      <SettingsPage
        key={workspace.id}
        workspace={workspace}
        settings={await settingsOf(parts, workspace.id)}
        logo={(await brandOf(parts, workspace.id)).logo}
        currencies={currencies()}
      />
    </WorkspaceFrame>
  )
}
