import { isComposing } from '#components/ui/composing.ts'
import { ValueStore } from '#components/ui/store.ts'

/** What a person changed about the keys, kept in this browser. */
export interface KeyChoices {
  /** Action id → its keys instead of the usual ones; none: switched off. */
  readonly custom: Readonly<Record<string, readonly string[]>>
  /** Single letters do something at all; people who dictate switch them off (WCAG 2.1.4). */
  readonly letters: boolean
}

const storageKey = 'brownpaper.keys'
const usual: KeyChoices = { custom: {}, letters: true }

class KeyStore extends ValueStore<KeyChoices> {
  change(change: Partial<KeyChoices>): void {
    this.set({ ...this.get(), ...change })
    try {
      localStorage.setItem(storageKey, JSON.stringify(this.get()))
    } catch {
      // Without storage the keys are the usual ones next time.
    }
  }
}

/** One for the browser: keys are a person's habit, not a board's. */
export const keyChoices = new KeyStore(stored())

/** A key by itself, without Mod, Ctrl or Alt: pressed by accident while dictating or typing. */
const isLetter = (keys: string): boolean => !/^(Mod|Ctrl|Alt)\+/.test(keys) && /^(Shift\+)?.$/u.test(keys)

/** The keys of an action as this person has them. */
export function keysOf(action: { id: string; shortcuts?: readonly string[] }): readonly string[] {
  const { custom, letters } = keyChoices.get()
  const keys = custom[action.id] ?? action.shortcuts ?? []
  return letters ? keys : keys.filter(key => !isLetter(key))
}

/** Whether a press of keys means one of these; a letter means its key also on keyboards without Latin letters. */
export function pressed(
  event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> &
    Partial<Pick<KeyboardEvent, 'getModifierState'>>,
  keys: readonly string[],
): boolean {
  if (keys.length === 0) return false
  const names = namesOf(event)
  return keys.some(key => names.includes(key))
}

/** A letter or digit of another script than Latin. */
const isOtherScript = /^(?:\p{Nd}|(?!\p{Script=Latin}|\p{Script=Common})[\p{L}\p{M}])$/u

/** A sign that a keyboard has behind Option or AltGr only. Shortcuts with Alt are for arrows, letters and digits. */
const isTypedWithOption = (event: Parameters<typeof pressed>[0]): boolean =>
  event.key.length === 1 &&
  !/^[A-Za-z0-9 ]$/.test(event.key) &&
  (event.altKey || (event.getModifierState?.('AltGraph') ?? false))

/** Names for a press, the one to show and to keep first: `Mod+Shift+Z`, `Shift+1`, `?`. */
export function namesOf(event: Parameters<typeof pressed>[0]): string[] {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event
  // “[” of Option+5 or AltGr+8, “@” of AltGr+Q: what was typed, and none of the keys that it took.
  if (isTypedWithOption(event)) return [key.toUpperCase()]
  if (['Control', 'Meta', 'Alt', 'Shift', 'Dead', 'Process', 'Unidentified'].includes(key)) return []
  const mods = `${ctrlKey || metaKey ? 'Mod+' : ''}${altKey ? 'Alt+' : ''}`
  const shift = shiftKey ? 'Shift+' : ''
  const physical = /^(?:Key([A-Z])|Digit([0-9]))$/.exec(code)
  const onKeyboard = physical?.[1] ?? physical?.[2]
  const name = key === ' ' ? 'Space' : key.length === 1 ? key.toUpperCase() : key
  const isLatin = /^[A-Z0-9]$/.test(name)
  const isWord = name.length > 1
  const names = isLatin || isWord ? [`${mods}${shift}${name}`] : [`${mods}${name}`, `${mods}${shift}${name}`]
  // Shift+1 is "!" or "1" by country; Cyrillic С sits on the key of C.
  if (onKeyboard !== undefined && !isLatin && (shiftKey || ctrlKey || metaKey || altKey || isOtherScript.test(key)))
    names.push(`${mods}${shift}${onKeyboard}`)
  return names
}

/** Whether a press belongs to a text being written. What is editable is asked last: the browser lays out the page for it. */
export const isTyping = (event: Pick<KeyboardEvent, 'target' | 'isComposing'> & { keyCode?: number }): boolean =>
  isComposing(event) ||
  (event.target instanceof HTMLElement &&
    (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.target.isContentEditable))

function stored(): KeyChoices {
  try {
    const value = JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<KeyChoices>
    const custom = Object.entries(value.custom ?? {}).filter(
      ([, keys]) => Array.isArray(keys) && keys.every(key => typeof key === 'string'),
    )
    return { custom: Object.fromEntries(custom), letters: value.letters !== false }
  } catch {
    return usual
  }
}
