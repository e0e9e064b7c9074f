'use client'
import { Plus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useMemo, useState } from 'react'
import { AccountMenu } from '#components/pages/account-menu.tsx'
import { ImportAsBoard } from '#components/pages/import-dialog.tsx'
import { PageLinks } from '#components/pages/page-shell.tsx'
import type { Who } from '#components/pages/workspace-switch.tsx'
import { PlanForm } from '#components/stage/session/plan-form.tsx'
import { askAndSay } from '#components/ui/ask-and-say.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Input } from '#components/ui/input.tsx'
import { toast } from '#components/ui/toast.tsx'
import { Wordmark } from '#components/ui/wordmark.tsx'
import type { BoardListing as Card } from '#lib/protocol/routes/boards.ts'
import type { OwnTemplateChoice, TemplateChoice } from '#lib/templates/picture.ts'
import { BoardCard } from './board-card.tsx'
import { CodeForm } from './code-form.tsx'
import { NewBoard } from './new-board.tsx'
import { RenameBoard } from './rename-board.tsx'

/** More boards than fit on a screen get a search. */
const searchFrom = 9

/** Everything that a person can open, the newest change first. */
export function Boards({
  who,
  boards,
  choices,
  own,
}: {
  who: Who
  boards: readonly Card[]
  choices: readonly TemplateChoice[]
  /** Templates that the person's workspaces keep. */
  own: readonly OwnTemplateChoice[]
}) {
  const { me, workspace } = who
  const several = who.workspaces.length > 1
  /** Managers read what is there. */
  const makes = workspace !== null && workspace.role !== 'manager'
  const [query, setQuery] = useState('')
  const [making, setMaking] = useState(false)
  const [importing, setImporting] = useState(false)
  const [renaming, setRenaming] = useState<Card | null>(null)
  const [planning, setPlanning] = useState<Card | null>(null)
  /** Hidden at once; the server's list follows. */
  const [removed, setRemoved] = useState<ReadonlySet<string>>(new Set())
  const router = useRouter()

  const there = boards.filter(board => !removed.has(board.id))
  const found = useMemo(() => {
    const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean)
    const text = (b: Card) => [b.title, b.customer, b.process, ...b.tags].join(' ').toLocaleLowerCase()
    return there.filter(board => words.every(word => text(board).includes(word)))
  }, [there, query])

  const keep = (id: string) => setRemoved(ids => new Set([...ids].filter(one => one !== id)))
  const actions = {
    rename: setRenaming,
    plan: setPlanning,
    duplicate: async ({ id: boardId }: Card) => {
      const answer = await askAndSay('POST /api/boards/[boardId]/duplicate', { boardId }, {})
      if (!answer) return
      toast({ text: `“${answer.board.title}” is there.` })
      router.refresh()
    },
    remove: async ({ id: boardId, title }: Card) => {
      setRemoved(ids => new Set([...ids, boardId]))
      const undo = async () => {
        if (!(await askAndSay('POST /api/boards/[boardId]/undelete', { boardId }))) return
        keep(boardId)
        router.refresh()
      }
      if (await askAndSay('DELETE /api/boards/[boardId]', { boardId }))
        toast({
          text: `“${title}” is deleted.`,
          action: { label: 'Undo', perform: () => void undo() },
          duration: 12_000,
        })
      else keep(boardId)
    },
  }
  const inWorkspace = workspace ? { workspace: workspace.id } : {}
  const makeCoffee = async () => {
    const title = choices.find(c => c.id === 'coffee')?.title ?? 'Coffee'
    const answer = await askAndSay('POST /api/boards', inWorkspace, { title, template: 'coffee' })
    if (answer) window.location.assign(answer.board.url)
  }

  return (
    <div className="mx-auto max-w-[84rem] px-4 pb-16 sm:px-10">
      <header className="-mx-2 flex flex-wrap items-center gap-x-4 py-3">
        <Wordmark className="px-2" />
        {!me.guest && <PageLinks here="boards" />}
        <span className="ml-auto">
          <AccountMenu who={who} />
        </span>
      </header>
      <main>
        <div className="flex flex-wrap items-center gap-3 pt-4 pb-6">
          <div className="mr-auto min-w-0">
            <h1 className="text-xl">Boards</h1>
            {several && (
              <p className="truncate text-ink-500 text-sm" dir="auto">
                {workspace?.name}
              </p>
            )}
          </div>
          {there.length >= searchFrom && (
            <Input
              type="search"
              aria-label="Search boards"
              placeholder="Search"
              value={query}
              onChange={event => setQuery(event.target.value)}
              className="order-last sm:order-none sm:max-w-64"
            />
          )}
          {makes && there.length > 0 && <Button onClick={() => setImporting(true)}>From a file</Button>}
          {makes && there.length > 0 && (
            <Button variant="primary" onClick={() => setMaking(true)}>
              <Plus />
              New board
            </Button>
          )}
        </div>
        {there.length > 0 && (
          <ul className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3 2xl:grid-cols-4" aria-label="Boards">
            {found.map(board => (
              <BoardCard key={board.id} board={board} actions={actions} />
            ))}
          </ul>
        )}
        {there.length >= searchFrom && (
          <p className="sr-only" aria-live="polite">
            {query && `${found.length} of ${there.length} boards`}
          </p>
        )}
        {there.length > 0 && found.length === 0 && (
          <EmptyState title="No board has these words" action={<Button onClick={() => setQuery('')}>Show all</Button>}>
            The search reads titles, customers, processes and tags.
          </EmptyState>
        )}
        {there.length === 0 && workspace?.role === 'manager' && (
          <EmptyState title="No boards yet">
            What the facilitators of <bdi>{workspace.name}</bdi> make is here to be read.
          </EmptyState>
        )}
        {there.length === 0 && makes && (
          <EmptyState
            title="No boards yet"
            action={
              <>
                <Button variant="primary" onClick={() => setMaking(true)}>
                  <Plus />
                  New board
                </Button>
                <Button onClick={() => setImporting(true)}>From a file</Button>
                <Button variant="ghost" onClick={makeCoffee}>
                  Make the coffee board
                </Button>
              </>
            }
          >
            Begin with a board of your own. The coffee board is the worked example: a double espresso, every place where
            it can fail, and how it could be served instead.
          </EmptyState>
        )}
        {me.guest && (
          <section className="mx-auto mt-10 grid max-w-sm gap-4">
            <CodeForm hint="It is on the facilitator’s screen." />
          </section>
        )}
      </main>
      <ImportAsBoard workspace={workspace?.id} open={importing} onOpenChange={setImporting} />
      <NewBoard who={who} choices={choices} own={own} open={making} onOpenChange={setMaking} />
      {planning && (
        <Dialog open onOpenChange={() => setPlanning(null)} title={`Session on “${planning.title}”`}>
          <PlanForm
            boardId={planning.id}
            onDone={() => {
              setPlanning(null)
              router.refresh()
            }}
          />
        </Dialog>
      )}
      {renaming && (
        <RenameBoard
          board={renaming}
          onClose={() => setRenaming(null)}
          onRenamed={() => {
            setRenaming(null)
            router.refresh()
          }}
        />
      )}
    </div>
  )
}
