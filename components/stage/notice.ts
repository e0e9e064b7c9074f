'use client'
import { CloudOff, Eye, Lightbulb, type LucideIcon, Pin, Stamp, UserX } from 'lucide-react'
import { useRef } from 'react'
import { useBoard, useMay } from '#components/board/state/board-context.tsx'
import { useRoster, useStatus } from '#components/collab/collab-context.tsx'
import { statusWords } from '#components/collab/status.ts'
import { useStore } from '#components/ui/store.ts'
import type { Action } from '#components/workspace/action.ts'
import { useFollow } from '#components/workspace/following.tsx'
import { freeze, spotlight } from './attention/attention-actions.ts'
import { useUnled } from './session/take-over.tsx'
import { useStage } from './state/use-stage.ts'

/** What is out of the ordinary for everybody or for this person: the stage says it instead of the instruction. */
export interface StageNotice {
  icon: LucideIcon
  text: string
  tone: 'calm' | 'warn'
  /** What ends it, for whoever leads. */
  ends?: Action
}

/** The one notice that matters most now; null: all is as usual. */
export function useNotice(): StageNotice | null {
  const offline = useOffline()
  const unled = useUnled()
  const light = useLight()
  const standing = useStanding()
  const following = useFollowing()
  if (offline) return offline
  if (unled !== null) return { icon: UserX, tone: 'warn', text: unled }
  return standing ?? light ?? following
}

function useOffline(): StageNotice | null {
  const status = useStatus()
  const { tone, label, detail } = statusWords(status)
  const wasLive = useRef(false)
  if (status.link === 'live') wasLive.current = true
  if (status.link !== 'offline' && tone !== 'stop') return null
  const text =
    status.link === 'offline' && !wasLive.current
      ? 'The server cannot be reached. This is the board as this browser kept it; what you write is sent later.'
      : `${label}. ${detail}`
  return { icon: CloudOff, tone: 'warn', text }
}

/** This tab looks where somebody else looks. */
function useFollowing(): StageNotice | null {
  const { leader } = useFollow()
  const { people } = useRoster()
  if (leader === null) return null
  return { icon: Eye, tone: 'calm', text: `Following ${people.get(leader)?.name ?? 'somebody'}; move to leave.` }
}

/** Somebody points at a part of the wall. */
function useLight(): StageNotice | null {
  const { spotlight: light } = useStage()
  const { people, you } = useRoster()
  const { model } = useBoard()
  if (!light) return null
  const note = light.noteId === null ? undefined : model.notes.get(light.noteId)
  const what = note ? `“${note.text}”` : 'this part of the wall'
  const who = light.by === you?.personId ? 'You point' : `${people.get(light.by)?.name ?? 'The facilitator'} points`
  return { icon: Lightbulb, tone: 'calm', text: `${who} at ${what}`, ends: spotlight }
}

/** Why this person cannot change the wall: sealed, ended, observing, frozen. */
function useStanding(): StageNotice | null {
  const { board } = useRoster()
  const may = useMay('note.add', { own: true, locked: false })
  const mayEdit = useMay('note.edit', { own: true, locked: false })
  const mayDraft = useMay('draft.write')
  const mayBrowse = useMay('library.browse')
  const { role, phase } = useStore(useBoard().access)
  if (board?.finished)
    return {
      icon: Stamp,
      tone: 'calm',
      text: mayBrowse.ok
        ? 'This board is finished and sealed.'
        : 'This board is finished. To join a next session, use its new invite.',
    }
  if (role === 'facilitator' && phase.frozen && phase.session === 'open')
    return { icon: Pin, tone: 'warn', text: 'Frozen for everybody else.', ends: freeze }
  if (may.ok || mayEdit.ok || mayDraft.ok) return null
  const isWatching = role === 'contributor' && phase.session === 'open' && !phase.frozen && phase.board === 'open'
  // The instruction of the activity says what to do instead.
  if (isWatching) return null
  return { icon: role === 'observer' ? Eye : Pin, tone: 'calm', text: may.reason }
}
