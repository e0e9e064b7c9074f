/** Says that something is on its way, but only after 400 ms: what is quick shows nothing. */
export const Spinner = ({ label = 'Loading' }: { label?: string }) => (
  <span role="status" className="inline-flex animate-late items-center gap-2 text-ink-500 text-sm">
    <span
      aria-hidden
      className="size-4 animate-turn rounded-full border-2 border-current border-r-transparent motion-reduce:hidden"
    />
    {label}
  </span>
)
