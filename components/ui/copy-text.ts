/**
 * Puts a text on the clipboard; answers whether it is there. Over plain http, as by an address in the room's network,
 * browsers give pages no clipboard but what a copy by hand puts there.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyByHand(text)
  }
}

function copyByHand(text: string): boolean {
  let done = false
  const give = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
    event.stopImmediatePropagation()
    done = event.clipboardData !== null
  }
  window.addEventListener('copy', give, { capture: true })
  document.execCommand('copy')
  window.removeEventListener('copy', give, { capture: true })
  return done
}
