/**
 * Copies a text to the clipboard; returns whether it did. Over plain http, as in a local network, browsers offer pages
 * only the old copy command.
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
