'use client'
import { CalendarPlus, DoorOpen, Maximize2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useMay } from '#components/board/state/board-context.tsx'
import { useCollab, useRoster, useStatus } from '#components/collab/collab-context.tsx'
import { InviteList } from '#components/stage/session/invite-list.tsx'
import { showCode } from '#components/stage/session/session-actions.ts'
import { useSession } from '#components/stage/session/use-session.ts'
import { askAndSay } from '#components/ui/ask-and-say.ts'
import { askServer } from '#components/ui/ask-server.ts'
import { Button } from '#components/ui/button.tsx'
import { CopyLink } from '#components/ui/copy-link.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { Field } from '#components/ui/field.tsx'
import { Select } from '#components/ui/input.tsx'
import { QrCode } from '#components/ui/qr-code.tsx'
import { ActionButton } from '#components/workspace/action-controls.tsx'
import { useFrame, useFrameStore } from '#components/workspace/frame-state.ts'
import type { SessionRole } from '#lib/access/actor.ts'
import { spellCode } from '#lib/people/short-code.ts'
import type { SessionView } from '#lib/protocol/routes/sessions.ts'
import { LimitedLink } from './limited-link.tsx'
import { roles } from './roles.ts'

/** How others come in: a code, a link and a picture of it that are ready at once; links with limits below. */
export function ShareBoard() {
  const { over } = useFrame()
  const frame = useFrameStore()
  return (
    <Dialog
      open={over === 'share'}
      onOpenChange={open => frame.change({ over: open ? 'share' : null })}
      title="Share this board"
      description="Whoever comes gives a name and is in; no account is needed."
      width="wide"
    >
      <Share />
    </Dialog>
  )
}

function Share() {
  const { session: known } = useRoster()
  const { session, read } = useSession()
  const [made, setMade] = useState(0)
  const onMade = () => setMade(count => count + 1)
  const opening = useOpened(() => void read())
  if (opening.problem !== null) return <p role="alert">{opening.problem}</p>
  if (!known || !session)
    return <p className="animate-late py-8 text-ink-500 text-sm">One moment: the way in is being opened.</p>
  return (
    <div className="grid gap-5">
      {session.shortCode === null ? (
        <NotOpen session={session} onOpen={opening.open} />
      ) : (
        <Ready session={session} code={session.shortCode} onMade={onMade} />
      )}
      {session.status !== 'ended' && (
        <details>
          <summary className="cursor-pointer text-ink-700 text-sm touch:min-h-11">
            More: a link with a limit, an end or a password
          </summary>
          <div className="mt-3">
            <LimitedLink onMade={onMade} />
            <InviteList made={made} />
          </div>
        </details>
      )}
    </div>
  )
}

/** Opens a session where there never was one: whoever presses Share wants people in. */
function useOpened(onOpen: () => void): { problem: string | null; open: () => void } {
  const { boardId } = useCollab()
  const { session } = useRoster()
  const { link } = useStatus()
  const may = useMay('session.plan')
  const [problem, setProblem] = useState<string | null>(null)
  const open = async () => {
    const answer = await askServer(
      'POST /api/boards/[boardId]/sessions',
      { boardId },
      { title: 'Workshop', open: true },
    )
    if (answer.ok) onOpen()
    else setProblem(answer.message)
  }
  const missing = session === null && link === 'live' && may.ok
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when there is none.
  useEffect(() => {
    if (missing) void open()
  }, [missing])
  const away = session === null && link !== 'live' ? 'The connection is away: the way in opens when it is back.' : null
  return { problem: problem ?? away, open: () => void open() }
}

function NotOpen({ session, onOpen }: { session: SessionView; onOpen: () => void }) {
  const isPlanned = session.status === 'planned'
  const begin = () => void askAndSay('PATCH /api/sessions/[sessionId]', { sessionId: session.id }, { status: 'open' })
  return (
    <div className="grid justify-items-start gap-3 rounded-md border border-line bg-paper-50 p-4">
      <p className="text-sm">
        {isPlanned
          ? `“${session.title}” is planned and not open yet. The code works once it is open; links below can be sent before.`
          : `“${session.title}” has ended, and its code with it. A new session gets a new one.`}
      </p>
      <Button variant="primary" onClick={isPlanned ? begin : onOpen}>
        {isPlanned ? <DoorOpen aria-hidden /> : <CalendarPlus aria-hidden />}
        {isPlanned ? 'Open it now' : 'Open a new session'}
      </Button>
    </div>
  )
}

/** What is ready: code, link and QR code of the role that is chosen. */
function Ready({ session, code, onMade }: { session: SessionView; code: string; onMade: () => void }) {
  const { boardId } = useCollab()
  const [role, setRole] = useState<SessionRole>('contributor')
  const [own, setOwn] = useState<{ role: SessionRole; url: string } | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const choose = async (next: SessionRole) => {
    setRole(next)
    setProblem(null)
    if (next === 'contributor' || own?.role === next) return
    const answer = await askServer('POST /api/boards/[boardId]/invites', { boardId }, { role: next })
    if (!answer.ok) return setProblem(answer.message)
    setOwn({ role: next, url: new URL(answer.invite.url, location.href).href })
    onMade()
  }
  const byCode = role === 'contributor'
  const url = byCode ? `${location.origin}/join?code=${encodeURIComponent(code)}` : own?.role === role ? own.url : null
  return (
    <div className="grid items-start gap-x-8 gap-y-5 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="grid gap-4">
        {byCode && (
          <div>
            <p className="text-ink-700 text-sm">
              Open <b className="text-ink-900">{location.host}/join</b> and type
            </p>
            <p className="whitespace-nowrap font-semibold text-2xl tracking-[0.08em] figures" data-share-code={code}>
              {spellCode(code)}
            </p>
          </div>
        )}
        <Field label="They come as" error={problem}>
          <Select
            value={role}
            onChange={event => void choose(roles.find(({ id }) => id === event.target.value)?.id ?? role)}
          >
            {roles.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
        {url !== null && <CopyLink url={url} />}
        <p className="text-ink-500 text-xs">
          {byCode
            ? session.lobby
              ? 'The link works while the session is open; newcomers wait in the lobby until you let them in.'
              : 'The link works while the session is open.'
            : 'This link is shown only here: copy it before you close. It works for a week.'}
        </p>
      </div>
      {url !== null && (
        <div className="grid justify-items-center gap-2 [&_svg[role=img]]:w-60">
          <QrCode text={url} label="QR code of the link" />
          {byCode && (
            <ActionButton action={showCode} size="sm" variant="ghost">
              <Maximize2 aria-hidden />
              Show it large
            </ActionButton>
          )}
        </div>
      )}
    </div>
  )
}
