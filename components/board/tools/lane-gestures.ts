import { moveLaneTo, setLane } from '#lib/board/commands/lanes.ts'
import { limits } from '#lib/board/fields.ts'
import { clamp } from '#lib/geometry/box.ts'
import type { BoardState } from '../state/board-state.ts'
import { noGesture } from '../state/gesture.ts'
import { type Gesture, movedFrom, type PointerInfo } from './tool.ts'

function refused(board: BoardState): boolean {
  const answer = board.may('lane.change')
  if (!answer.ok) board.tell(answer.reason)
  return !answer.ok
}

/** Dragging a lane's heading up or down moves the lane, with its notes; a press selects it. */
export function dragLane(board: BoardState, id: string, start: PointerInfo): Gesture | null {
  let moved = false
  let stopped = false
  /** The index among the lanes, and the height of that edge. */
  const place = (y: number): { index: number; edge: number } => {
    const { lanes } = board.model
    const index = lanes.findIndex(lane => y < lane.top + lane.height / 2)
    const last = lanes.at(-1)
    return index < 0
      ? { index: lanes.length, edge: last ? last.top + last.height : 0 }
      : { index, edge: lanes[index]?.top ?? 0 }
  }
  return {
    move: event => {
      if (!moved && movedFrom(start, event)) {
        moved = true
        stopped = refused(board)
      }
      if (moved && !stopped)
        board.gesture.set({ lane: { id, shift: event.at.y - start.at.y, to: place(event.at.y).edge } })
    },
    release: event => {
      board.gesture.set(noGesture)
      board.selection.setLane(id)
      if (moved && !stopped) moveLaneTo(board.writer, board.model, id, place(event.at.y).index)
    },
    cancel: () => board.gesture.set(noGesture),
  }
}

/** Dragging a lane's lower edge. */
export function resizeLane(board: BoardState, id: string, start: PointerInfo): Gesture | null {
  const lane = board.model.lanes.find(each => each.id === id)
  if (!lane || refused(board)) return null
  const heightAt = (event: PointerInfo) =>
    Math.round(clamp(lane.height + event.at.y - start.at.y, ...limits.laneHeight))
  return {
    move: event => board.gesture.set({ laneHeight: { id, height: heightAt(event) } }),
    release: event => {
      board.gesture.set(noGesture)
      setLane(board.writer, 'lane.resize', id, { height: heightAt(event) })
    },
    cancel: () => board.gesture.set(noGesture),
  }
}
