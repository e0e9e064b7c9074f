import { cx } from 'class-variance-authority'

/** Whose wall it is: the workspace's logo, and its name where it says nothing by itself. */
export function Brand({ name, logo, className }: { name: string; logo: string | null; className?: string }) {
  if (logo === null)
    return (
      <bdi data-slot="brand" className={cx('block truncate', className)}>
        {name}
      </bdi>
    )
  return (
    // biome-ignore lint/performance/noImgElement: a few kB in the page itself; there is nothing to optimise.
    <img data-slot="brand" src={logo} alt={name} className={cx('max-h-12 max-w-44 object-contain', className)} />
  )
}
