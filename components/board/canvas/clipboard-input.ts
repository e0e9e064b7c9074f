import { isTyping } from '#components/workspace/keymap.ts'
import { copyInto, pasteCarried } from '../actions/clipboard.ts'
import type { BoardState } from '../state/board-state.ts'
import { placeOf } from './keyboard-input.ts'

/** Whether text outside the wall is marked: copying means that. */
function marksText(): boolean {
  const marked = document.getSelection()
  return marked !== null && !marked.isCollapsed && placeOf(marked.anchorNode?.parentElement ?? null) !== 'wall'
}

const isOurs = (event: ClipboardEvent): boolean =>
  !event.defaultPrevented &&
  !isTyping({ target: event.target, isComposing: false }) &&
  placeOf(event.target) !== 'elsewhere'

/** Copies, cuts and pastes notes when the browser's own keys or menu ask for it on the wall. Returns its end. */
export function attachClipboard(board: BoardState): () => void {
  const take = (cut: boolean) => (event: ClipboardEvent) => {
    if (isOurs(event) && !marksText() && copyInto(board, event.clipboardData, cut)) event.preventDefault()
  }
  const copy = take(false)
  const cut = take(true)
  const paste = (event: ClipboardEvent) => {
    const data = event.clipboardData
    if (!data || !isOurs(event)) return
    event.preventDefault()
    pasteCarried(board, { text: data.getData('text/plain'), html: data.getData('text/html') })
  }
  document.addEventListener('copy', copy)
  document.addEventListener('cut', cut)
  document.addEventListener('paste', paste)
  return () => {
    document.removeEventListener('copy', copy)
    document.removeEventListener('cut', cut)
    document.removeEventListener('paste', paste)
  }
}
