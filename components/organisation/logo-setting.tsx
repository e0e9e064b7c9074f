import { useRouter } from 'next/navigation'
import { type ChangeEvent, useState } from 'react'
import { askAndSay } from '#components/ui/ask-and-say.ts'
import { askServer } from '#components/ui/ask-server.ts'
import { Brand } from '#components/ui/brand.tsx'
import { Button, buttonClass } from '#components/ui/button.tsx'
import { toast } from '#components/ui/toast.tsx'

/** The picture that stands for a workspace; its owner chooses it. */
export function LogoSetting({
  workspaceId,
  name,
  logo,
  owns,
}: {
  workspaceId: string
  name: string
  logo: string | null
  owns: boolean
}) {
  const [error, setError] = useState<string | null>(null)
  const [working, setWorking] = useState(false)
  const router = useRouter()
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0]
    event.target.value = ''
    if (!file) return
    setWorking(true)
    const answer = await askServer('PUT /api/workspaces/[workspaceId]/logo', { workspaceId }, file)
    setWorking(false)
    setError(answer.ok ? null : answer.message)
    if (answer.ok) toast({ text: 'The logo is shown from now on.' })
    router.refresh()
  }
  const remove = async () => {
    await askAndSay('DELETE /api/workspaces/[workspaceId]/logo', { workspaceId })
    router.refresh()
  }
  if (!owns && logo === null) return null
  return (
    <section aria-label="Logo" className="grid gap-2">
      <h2 className="font-semibold text-ink-700 text-sm">Logo</h2>
      {logo && (
        <span className="justify-self-start rounded-md border border-line bg-white p-3">
          <Brand name={name} logo={logo} />
        </span>
      )}
      {owns && (
        <div className="flex flex-wrap gap-2">
          <label
            className={`${buttonClass()} cursor-pointer has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-accent has-[:focus-visible]:outline-offset-2`}
          >
            {working ? 'Reading it' : logo ? 'Choose another' : 'Choose a picture'}
            <input
              type="file"
              aria-label="Picture for the logo"
              accept="image/png,image/jpeg"
              disabled={working}
              onChange={event => void choose(event)}
              className="absolute size-px opacity-0"
            />
          </label>
          {logo && (
            <Button variant="ghost" onClick={() => void remove()}>
              Remove the logo
            </Button>
          )}
        </div>
      )}
      <p className="text-ink-500 text-xs">
        PNG or JPEG, up to 1 MB. It is shown at the door, on reports and on printed walls.
      </p>
      {error && (
        <p role="alert" className="text-danger text-sm">
          {error}
        </p>
      )}
    </section>
  )
}
