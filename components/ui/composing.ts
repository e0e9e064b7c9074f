/** The parts of a key event that every key handler of a text field must check. */
interface KeyPress {
  readonly nativeEvent?: { readonly isComposing: boolean; readonly keyCode: number }
  readonly isComposing?: boolean
  readonly keyCode?: number
}

/**
 * Whether a key belongs to an input method (Japanese, Chinese, Korean, accents), so that Enter only confirms its
 * proposal. Safari sends that Enter after the composition has ended; only its key code 229 shows it.
 */
export function isComposing(event: KeyPress): boolean {
  const { isComposing = false, keyCode } = event.nativeEvent ?? event
  return isComposing || keyCode === 229
}
