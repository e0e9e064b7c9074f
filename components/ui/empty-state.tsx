import type { ReactNode } from 'react'

/** A place with nothing in it yet: what would be here, and the one thing to do. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: ReactNode
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="mx-auto grid max-w-md justify-items-center gap-3 px-4 py-12 text-center">
      <h2 className="text-lg">{title}</h2>
      {children && <div className="text-pretty text-ink-500">{children}</div>}
      {action && <div className="mt-2 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  )
}
