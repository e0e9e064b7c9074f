/** What every handler of keys in a field asks first. */
interface KeyPress {
  readonly nativeEvent?: { readonly isComposing: boolean; readonly keyCode: number }
  readonly isComposing?: boolean
  readonly keyCode?: number
}

/**
 * Whether a key belongs to an input method (Japanese, Chinese, Korean, accents), so that Enter only confirms what it
 * proposes. Safari sends that Enter after the composition has ended, and tells it by the key code 229 alone.
 */
export function isComposing(event: KeyPress): boolean {
  const { isComposing = false, keyCode } = event.nativeEvent ?? event
  return isComposing || keyCode === 229
}
