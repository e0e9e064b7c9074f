/**
 * Lets fields of several lines grow with what is written in them where the browser does not by itself
 * (`field-sizing: content`: Safari before 26.2, Firefox before 152). Returns the function that stops it.
 */
export function growFields(page: Document): () => void {
  if (CSS.supports('field-sizing', 'content')) return () => undefined
  const fit = ({ target }: Event) => {
    if (!(target instanceof HTMLTextAreaElement) || !target.classList.contains('field-sizing-content')) return
    target.style.height = ''
    const border = target.offsetHeight - target.clientHeight
    if (target.scrollHeight > target.clientHeight) target.style.height = `${target.scrollHeight + border}px`
  }
  // A key may send what was written and empty the field without a word of input.
  const moments = ['input', 'focusin', 'focusout', 'keyup'] as const
  for (const moment of moments) page.addEventListener(moment, fit)
  return () => {
    for (const moment of moments) page.removeEventListener(moment, fit)
  }
}
