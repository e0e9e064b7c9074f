import { isTyping } from '#components/workspace/keymap.ts'
import { copyInto, pasteCarried } from '../actions/clipboard.ts'
import type { BoardState } from '../state/board-state.ts'
import { focusPlace } from './keyboard-input.ts'

/** Whether text outside the wall is selected: copying then means that text. */
function marksText(): boolean {
  const marked = document.getSelection()
  return marked !== null && !marked.isCollapsed && focusPlace(marked.anchorNode?.parentElement ?? null) !== 'wall'
}

const isOurs = (event: ClipboardEvent): boolean =>
  !event.defaultPrevented &&
  !isTyping({ target: event.target, isComposing: false }) &&
  focusPlace(event.target) !== 'elsewhere'

const carriedBy = (data: DataTransfer) => ({ text: data.getData('text/plain'), html: data.getData('text/html') })

/**
 * Copies, cuts and pastes notes, and accepts dropped content, when the browser's own keys or menu do so on the wall.
 * Returns the function that stops it.
 */
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
    void pasteCarried(board, carriedBy(data))
  }
  // Cells, texts and drawings dragged from other programs; the import handles files.
  const carriesText = ({ dataTransfer, target }: DragEvent) =>
    focusPlace(target) === 'wall' &&
    !isTyping({ target, isComposing: false }) &&
    dataTransfer !== null &&
    !dataTransfer.types.includes('Files') &&
    dataTransfer.types.includes('text/plain')
  const over = (event: DragEvent) => {
    if (!carriesText(event)) return
    event.preventDefault()
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
  }
  const drop = (event: DragEvent) => {
    const { dataTransfer, target, clientX, clientY } = event
    const wall = target instanceof Element ? target.closest('[data-slot=wall]') : null
    if (!carriesText(event) || !dataTransfer || !wall) return
    event.preventDefault()
    const { left, top } = wall.getBoundingClientRect()
    const at = board.viewport.toBoard({ x: clientX - left, y: clientY - top })
    void pasteCarried(board, carriedBy(dataTransfer), at)
  }
  document.addEventListener('dragover', over)
  document.addEventListener('drop', drop)
  document.addEventListener('copy', copy)
  document.addEventListener('cut', cut)
  document.addEventListener('paste', paste)
  return () => {
    document.removeEventListener('copy', copy)
    document.removeEventListener('cut', cut)
    document.removeEventListener('paste', paste)
    document.removeEventListener('dragover', over)
    document.removeEventListener('drop', drop)
  }
}
