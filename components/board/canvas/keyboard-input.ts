import { isTyping } from '#components/workspace/keymap.ts'
import { actionFor } from '../actions/by-key.ts'
import { redo, undo } from '../actions/edit.ts'
import { pickNote } from '../actions/move.ts'
import { appliesOnWall, runOnWall } from '../actions/perform.ts'
import { focusWall } from '../notes/roving-focus.ts'
import type { BoardState } from '../state/board-state.ts'
import type { ToolController } from '../tools/controller.ts'

/** ms within which Space, without moving the wall, counts as a press and not a hold. */
const tap = 350
/** Keys that belong to the focused control, unless that is the wall. */
const ofControls = /^(Enter|Space|Tab|Escape|Delete|Backspace|F2|(Shift\+)?Page|.*Arrow)/

type Place = 'wall' | 'around' | 'elsewhere'

/**
 * Returns whether keys go to the wall, to a button around it (letters still select tools), or to a control with keys of
 * its own.
 */
export function focusPlace(target: EventTarget | null): Place {
  if (!(target instanceof Element) || target === document.body || target === document.documentElement) return 'wall'
  if (target.closest('[role="menu"],[role="dialog"],[role="treegrid"],[role="tablist"],aside,[data-own-keys]'))
    return 'elsewhere'
  if (!target.closest('[data-slot="wall"]')) return 'around'
  return target.closest('button,a') && !target.closest('[data-hit^="lane"]') ? 'around' : 'wall'
}

/** Runs the actions of the wall by their keys. Returns the function that stops it. */
export function attachKeyboard(board: BoardState, controller: ToolController): () => void {
  let spaceDown: number | null = null

  /** Undo also works while the focus is on the panel's button that did the change. */
  const takeBack = (event: KeyboardEvent) => {
    if (!(event.target instanceof Element) || !event.target.closest('aside')) return
    const action = actionFor(event, board)
    if (action !== undo && action !== redo) return
    event.preventDefault()
    runOnWall(action, board)
  }
  const keydown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || isTyping(event)) return
    const place = focusPlace(event.target)
    if (place === 'elsewhere') {
      takeBack(event)
      return
    }
    if (event.key === ' ' && place === 'wall' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault()
      if (!event.repeat) {
        spaceDown = event.timeStamp
        controller.holdSpace(true)
      }
      return
    }
    if (event.key === 'Escape' && controller.cancel()) {
      event.preventDefault()
      return
    }
    const action = actionFor(event, board)
    if (!action) return
    if (place === 'around' && ofControls.test(event.key)) return
    event.preventDefault()
    if (event.repeat && !action.repeats) return
    runOnWall(action, board)
    // A tool selected beside a button is used on the wall; Enter would otherwise press the button.
    if (place === 'around' && action.group === 'tools') focusWall(board)
  }
  const keyup = (event: KeyboardEvent) => {
    if (event.key !== ' ' || spaceDown === null) return
    const short = event.timeStamp - spaceDown < tap
    spaceDown = null
    // A tap on Space selects, as in every list; held down, it moves the wall.
    if (!controller.holdSpace(false) && short && appliesOnWall(pickNote, board)) runOnWall(pickNote, board)
  }
  const letGo = () => {
    spaceDown = null
    controller.holdSpace(false)
  }
  window.addEventListener('keydown', keydown)
  window.addEventListener('keyup', keyup)
  window.addEventListener('blur', letGo)
  return () => {
    window.removeEventListener('keydown', keydown)
    window.removeEventListener('keyup', keyup)
    window.removeEventListener('blur', letGo)
  }
}
