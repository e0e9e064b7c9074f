'use client'
import {
  Lightbulb,
  LightbulbOff,
  Megaphone,
  MousePointer2,
  MousePointer2Off,
  Presentation,
  QrCode,
  Users,
} from 'lucide-react'
import { useBoard, useSelection } from '#components/board/state/board-context.tsx'
import { useRoster } from '#components/collab/collab-context.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Menu, MenuItem, MenuSeparator } from '#components/ui/menu.tsx'
import { useFrameStore } from '#components/workspace/frame-state.ts'
import { useAsk } from '../state/ask.ts'
import { useStage } from '../state/use-stage.ts'
import { chosenPart, visibleRect } from './shown-part.ts'

/** What draws everybody's eyes: for who leads. */
export function AttentionMenu() {
  const board = useBoard()
  const frame = useFrameStore()
  const { session } = useRoster()
  const stage = useStage()
  const { notes } = useSelection()
  const ask = useAsk()
  return (
    <Menu
      label="Everybody’s attention"
      trigger={
        <IconButton label="Everybody’s attention" size="sm">
          <Megaphone />
        </IconButton>
      }
    >
      <MenuItem
        icon={<Users />}
        shortcut="Shift+G"
        onSelect={() => void ask('stage.gather', { rect: visibleRect(board) })}
      >
        Bring everybody to me
      </MenuItem>
      {stage.spotlight ? (
        <MenuItem
          icon={<LightbulbOff />}
          shortcut="Shift+S"
          onSelect={() => void ask('stage.spotlight', { rect: null })}
        >
          Take the light away
        </MenuItem>
      ) : (
        <MenuItem
          icon={<Lightbulb />}
          shortcut="Shift+S"
          onSelect={() => void ask('stage.spotlight', chosenPart(board))}
        >
          {notes.size > 0 ? 'Put a light on the selection' : 'Put a light on what I see'}
        </MenuItem>
      )}
      <MenuItem
        icon={stage.cursorsHidden ? <MousePointer2 /> : <MousePointer2Off />}
        onSelect={() => void ask('stage.cursors', { hidden: !stage.cursorsHidden })}
      >
        {stage.cursorsHidden ? 'Show pointers again' : 'Hide everybody’s pointers'}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<Presentation />} shortcut="Shift+P" onSelect={() => frame.change({ presenting: 0, over: null })}>
        Present the saved views
      </MenuItem>
      {session?.status === 'open' && (
        <MenuItem icon={<QrCode />} onSelect={() => frame.change({ over: 'code' })}>
          Show the code to join
        </MenuItem>
      )}
    </Menu>
  )
}
