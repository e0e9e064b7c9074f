'use client'
import { ArrowLeftRight, Hand, Undo2, UserX } from 'lucide-react'
import { useMay } from '#components/board/state/board-context.tsx'
import { askAndSay } from '#components/ui/ask-and-say.ts'
import { MenuCheck, MenuItem, MenuLabel, MenuSeparator } from '#components/ui/menu.tsx'
import { toast } from '#components/ui/toast.tsx'
import { useFrameStore } from '#components/workspace/frame-state.ts'
import { type SessionRole, sessionRoles } from '#lib/access/actor.ts'
import type { Person } from '#lib/protocol/messages.ts'
import { roleWords } from '../session/role-words.ts'
import { useAsk } from '../state/ask.ts'

/** What a facilitator may do about a person. */
export function PersonMenu({
  person,
  you,
  hand,
  sessionId,
}: {
  person: Person
  you: boolean
  hand: boolean
  sessionId: string
}) {
  const ask = useAsk()
  const frame = useFrameStore()
  const seat = { sessionId, personId: person.id }
  const change = (role: SessionRole) =>
    void askAndSay('PATCH /api/sessions/[sessionId]/participants/[personId]', seat, { role })
  const handOver = () => void askAndSay('POST /api/sessions/[sessionId]/hand-over', { sessionId }, { to: person.id })
  const mayRepair = useMay('board.restore').ok
  const undoLast = async () => {
    if (await ask('repair.undo', { undo: person.id })) toast({ text: `The last change by ${person.name} is undone.` })
  }
  const remove = async () => {
    const done = await askAndSay('DELETE /api/sessions/[sessionId]/participants/[personId]', seat)
    if (!done) return
    toast({
      text: `${person.name} is out. The code is a new one${done.inviteRevoked ? ', and the link they came by is closed' : ''}.`,
      action: { label: 'Invite others', perform: () => frame.change({ over: 'share' }) },
    })
  }
  return (
    <>
      <MenuLabel>Role</MenuLabel>
      {sessionRoles.map(role => (
        <MenuCheck key={role} checked={person.role === role} onSelect={() => change(role)}>
          {roleWords[role]}
        </MenuCheck>
      ))}
      <MenuSeparator />
      {hand && (
        <MenuItem icon={<Hand />} onSelect={() => void ask('hand.raise', { up: false, personId: person.id })}>
          Take the hand down
        </MenuItem>
      )}
      {!you && person.role !== 'manager' && (
        <MenuItem
          icon={<ArrowLeftRight />}
          title="They facilitate, and you contribute from then on."
          onSelect={handOver}
        >
          Hand the session over
        </MenuItem>
      )}
      {!you && mayRepair && (
        <MenuItem
          icon={<Undo2 />}
          title="As a step of its own; what others did since stays."
          onSelect={() => void undoLast()}
        >
          Undo their last change
        </MenuItem>
      )}
      {!you && (
        <MenuItem icon={<UserX />} danger onSelect={() => void remove()}>
          Remove from the session
        </MenuItem>
      )}
    </>
  )
}
