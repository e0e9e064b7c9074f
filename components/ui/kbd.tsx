import { cx } from 'class-variance-authority'

/** What is printed on keys that have a longer name. */
const printed: Record<string, string> = {
  Mod: 'Ctrl',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Delete: 'Del',
  Backspace: '⌫',
  PageUp: 'Page ↑',
  PageDown: 'Page ↓',
}

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
          {printed[key] ?? key}
        </kbd>
      ))}
    </span>
  )
}
