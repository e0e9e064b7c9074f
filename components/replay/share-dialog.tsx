'use client'
import { Copy } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { askServer } from '#components/ui/ask-server.ts'
import { Button } from '#components/ui/button.tsx'
import { copyText } from '#components/ui/copy-text.ts'
import { Dialog } from '#components/ui/dialog.tsx'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { When } from '#components/ui/when.tsx'
import type { ReplayShare } from '#lib/protocol/routes/history.ts'
import { look, useLooking, useReplay } from './replay-context.ts'

const days = [1, 7, 30, 90]

/** Links that let people without a seat watch: made, listed, closed. */
export function ShareDialog() {
  const replay = useReplay()
  const { over } = useLooking()
  return (
    <Dialog
      title="Share the replay"
      description="Whoever has the link can watch the latest session, from its start to its end, without an account. Private notes stay private, and nobody can change anything."
      open={over === 'share'}
      onOpenChange={open => look(replay, { over: open ? 'share' : null })}
    >
      <Links />
    </Dialog>
  )
}

function Links() {
  const { facts } = useReplay()
  const { boardId } = facts
  const [shares, setShares] = useState<ReplayShare[]>([])
  const [made, setMade] = useState<string | null>(null)
  const [lasts, setLasts] = useState(7)
  const [problem, setProblem] = useState('')
  const [copied, setCopied] = useState(false)
  const read = useCallback(async () => {
    const answer = await askServer('GET /api/boards/[boardId]/replay/shares', { boardId })
    if (answer.ok) setShares(answer.shares)
    else setProblem(answer.message)
  }, [boardId])
  useEffect(() => void read(), [read])
  const make = async () => {
    const answer = await askServer(
      'POST /api/boards/[boardId]/replay/shares',
      { boardId },
      { expiresInHours: lasts * 24 },
    )
    if (!answer.ok) return setProblem(answer.message)
    setProblem('')
    setCopied(false)
    setMade(answer.share.url)
    await read()
  }
  const close = async (id: string) => {
    const answer = await askServer('DELETE /api/boards/[boardId]/replay/shares/[shareId]', { boardId, shareId: id })
    if (!answer.ok) return setProblem(answer.message)
    setMade(null)
    await read()
  }
  const open = shares.filter(share => share.revokedAt === null && share.expiresAt > Date.now())
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-end gap-2">
        <label className="grid gap-1 text-sm">
          Works for
          <select
            value={lasts}
            onChange={event => setLasts(Number(event.currentTarget.value))}
            className="h-10 rounded-md border border-line-strong bg-paper-0 px-2"
          >
            {days.map(each => (
              <option key={each} value={each}>
                {each === 1 ? '1 day' : `${each} days`}
              </option>
            ))}
          </select>
        </label>
        <Button variant="primary" onClick={() => void make()}>
          Make a link
        </Button>
      </div>
      {made && (
        <div className="grid gap-1.5">
          <Field label="The link, shown this once">
            <Input readOnly value={made} onFocus={event => event.currentTarget.select()} />
          </Field>
          <Button size="sm" className="justify-self-start" onClick={() => void copyText(made).then(setCopied)}>
            <Copy aria-hidden />
            {copied ? 'Copied' : 'Copy the link'}
          </Button>
        </div>
      )}
      <p role="alert" className="text-danger text-sm empty:hidden">
        {problem}
      </p>
      {open.length > 0 && (
        <section aria-label="Links that work now">
          <h3 className="mb-1 font-semibold text-sm">Links that work now</h3>
          <ul className="grid gap-1">
            {open.map(share => (
              <li key={share.id} className="flex items-center justify-between gap-3 text-sm">
                <span>
                  Made <When at={share.createdAt} />, until <When at={share.expiresAt} />
                </span>
                <Button size="sm" onClick={() => void close(share.id)}>
                  Close this link
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
