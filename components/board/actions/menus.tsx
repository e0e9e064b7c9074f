'use client'
import { AlignStartVertical, Palette, Rows3, Shapes, Tags, UserRound } from 'lucide-react'
import { MenuSeparator } from '#components/ui/menu.tsx'
import { useBoard, useSelection } from '../state/board-context.tsx'
import { ActionItems, ActionSub } from './action-item.tsx'
import { alignActions } from './arrange.ts'
import { actorActions } from './lanes.ts'
import { colourActions, kindActions } from './look.tsx'
import { intoLanes } from './move.ts'
import { selectTagged, tagActions } from './tags.ts'

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
      <ActionItems list={['write.note', 'write.beside', 'flow.grow.right', 'link.chain']} />
      <MenuSeparator />
      <ActionSub label="Kind" icon={<Shapes />} list={kindActions} />
      <ActionSub label="Colour" icon={<Palette />} list={colourActions} />
      <ActionSub label="Tags" icon={<Tags />} list={tagActions(board)} />
      <ActionSub label="Into the lane" icon={<Rows3 />} list={intoLanes(board)} />
      <ActionSub label="Align" icon={<AlignStartVertical />} list={alignActions} />
      <MenuSeparator />
      <ActionItems
        list={[
          'arrange.group',
          'write.group',
          'arrange.ungroup',
          'arrange.lock',
          'arrange.unlock',
          'arrange.front',
          'arrange.back',
        ]}
      />
      <MenuSeparator />
      <ActionItems
        list={['clipboard.cut', 'clipboard.copy', 'clipboard.paste', 'edit.duplicate', 'edit.park', 'edit.delete']}
      />
      <MenuSeparator />
      <ActionItems list={['history.note', 'history.birth']} />
    </>
  )
}

const LinkMenu = () => (
  <>
    <ActionItems list={['write.link', 'link.lead.from', 'link.lead.to']} />
    <MenuSeparator />
    <ActionItems list={['edit.delete']} />
  </>
)

export const LaneMenu = () => (
  <>
    <ActionItems list={['write.lane', 'lane.add', 'lane.up', 'lane.down', 'lane.fit']} />
    <ActionSub label="Whose lane" icon={<UserRound />} list={actorActions} />
    <MenuSeparator />
    <ActionItems list={['lane.delete']} />
  </>
)

const PaperMenu = () => (
  <>
    <ActionItems list={['write.here', 'lane.here', 'clipboard.paste']} />
    <MenuSeparator />
    <ActionSub label="Select by tag" icon={<Tags />} list={selectTagged(useBoard())} />
    <ActionItems list={['edit.undo', 'edit.redo', 'edit.select-all', 'view.all', 'view.natural', 'history.replay']} />
  </>
)
