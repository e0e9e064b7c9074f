import type { ReactNode } from 'react'

/** One subject of a person's account. */
export function AccountSection({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  return (
    <section className="grid gap-4">
      <div>
        <h2 className="text-lg">{title}</h2>
        {lead && <p className="mt-1 text-ink-700 text-sm">{lead}</p>}
      </div>
      {children}
    </section>
  )
}
