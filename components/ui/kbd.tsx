import { cx } from 'class-variance-authority'

/** Keys as they are printed on the keyboard: `Mod+K` reads Ctrl K. */
export function Kbd({ keys, onDark = false }: { keys: string; onDark?: boolean }) {
  return (
    <span className="inline-flex gap-0.5">
      {keys.split(/(?<=.)\+(?=.)/).map(key => (
        <kbd
          key={key}
          className={cx(
            'min-w-5 rounded-sm border px-1 text-center font-ui text-xs leading-tight',
            onDark ? 'border-paper-50/40' : 'border-line-strong text-ink-500',
          )}
        >
          {key === 'Mod' ? 'Ctrl' : key}
        </kbd>
      ))}
    </span>
  )
}
