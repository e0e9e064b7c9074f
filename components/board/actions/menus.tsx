'use client'
import { AlignStartVertical, Palette, Rows3, Shapes, Tags, UserRound } from 'lucide-react'
import { MenuSeparator } from '#components/ui/menu.tsx'
import { useBoard, useSelection } from '../state/board-context.tsx'
import { ActionItems, ActionSub } from './action-item.tsx'
import { alignActions, group, lock, toBack, toFront, ungroup, unlock } from './arrange.ts'
import { copy, cut, paste } from './clipboard.ts'
import { duplicate, park, redo, selectAll, takeLaneOff, takeOff, undo } from './edit.ts'
import { growRight, leadFrom, leadTo, linkChain } from './flow.ts'
import { birthOfNote, historyOfNote, replayBoard } from './history.ts'
import { actorActions, fitLane, fitLanes, laneBelow, laneDown, laneHere, laneUp } from './lanes.ts'
import { colourActions, kindActions } from './look.tsx'
import { intoLanes } from './move.ts'
import { selectTagged, tagActions } from './tags.ts'
import { showAll, zoomNatural } from './view.ts'
import { nameLane, nameTheGroup, newNoteHere, nextStep, writeInNote, writeOnLink } from './write.ts'

/** What can be done with what is selected: the right-click menu, and "More" of the bar at the selection. */
export function SelectionMenu() {
  const { notes, links, lane } = useSelection()
  if (notes.size > 0) return <NotesMenu />
  if (links.size > 0) return <LinkMenu />
  return lane === null ? <PaperMenu /> : <LaneMenu />
}

function NotesMenu() {
  const board = useBoard()
  return (
    <>
      <ActionItems list={[writeInNote, nextStep, growRight, linkChain]} />
      <MenuSeparator />
      <ActionSub label="Kind" icon={<Shapes />} list={kindActions} />
      <ActionSub label="Colour" icon={<Palette />} list={colourActions} />
      <ActionSub label="Tags" icon={<Tags />} list={tagActions(board)} />
      <ActionSub label="Into the lane" icon={<Rows3 />} list={intoLanes(board)} />
      <ActionSub label="Align" icon={<AlignStartVertical />} list={alignActions} />
      <MenuSeparator />
      <ActionItems list={[group, nameTheGroup, ungroup, lock, unlock, toFront, toBack]} />
      <MenuSeparator />
      <ActionItems list={[cut, copy, paste, duplicate, park, takeOff]} />
      <MenuSeparator />
      <ActionItems list={[historyOfNote, birthOfNote]} />
    </>
  )
}

const LinkMenu = () => (
  <>
    <ActionItems list={[writeOnLink, leadFrom, leadTo]} />
    <MenuSeparator />
    <ActionItems list={[takeOff]} />
  </>
)

export const LaneMenu = () => (
  <>
    <ActionItems list={[nameLane, laneBelow, laneUp, laneDown, fitLane]} />
    <ActionSub label="Whose lane" icon={<UserRound />} list={actorActions} />
    <MenuSeparator />
    <ActionItems list={[takeLaneOff]} />
  </>
)

const PaperMenu = () => (
  <>
    <ActionItems list={[newNoteHere, laneHere, fitLanes, paste]} />
    <MenuSeparator />
    <ActionSub label="Select by tag" icon={<Tags />} list={selectTagged(useBoard())} />
    <ActionItems list={[undo, redo, selectAll, showAll, zoomNatural, replayBoard]} />
  </>
)
