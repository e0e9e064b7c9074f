import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { AccountForm } from '#components/home/account-form.tsx'
import { PasskeyButton } from '#components/home/passkey-button.tsx'
import { Aside, Pinned, TextLink } from '#components/home/pinned.tsx'
import { ProviderButton } from '#components/home/provider-button.tsx'
import { pathOfOurs } from '#lib/access/path.ts'
import { providerName, signedInPerson } from '#server/auth.ts'
import { running } from '#server/base/runtime.ts'
import { isSignUpOpen } from '#server/use-cases/people.ts'
import { refusalOf } from '#server/use-cases/provider.ts'

export const metadata: Metadata = { title: 'Sign in' }

export default async function SignIn({ searchParams }: { searchParams: Promise<Record<string, string | string[]>> }) {
  const { to: wanted, error, refused } = await searchParams
  const to = pathOfOurs(wanted)
  const person = await signedInPerson()
  if (person && !(await running().store.people.isGuest(person.id))) redirect(to)
  const provider = providerName()
  const open = await isSignUpOpen(running())
  return (
    <Pinned title="Sign in">
      {(error || refused) && (
        <p role="alert" className="text-danger text-sm">
          {refusalOf(refused) ?? 'Signing in there did not work. Try again, or sign in with your password.'}
        </p>
      )}
      {provider && <ProviderButton name={provider} to={to} />}
      <AccountForm way="sign-in" to={to} />
      <PasskeyButton to={to} />
      <Aside>
        <TextLink href="/forgotten">Forgotten your password?</TextLink>
      </Aside>
      <Aside>
        {open ? (
          <>
            New here? <TextLink href={`/sign-up?to=${encodeURIComponent(to)}`}>Create an account</TextLink>.
          </>
        ) : (
          'New here? Accounts are made by invitation: open the link that you were sent.'
        )}{' '}
        With a code you need none: <TextLink href="/join">join a workshop</TextLink>.
      </Aside>
    </Pinned>
  )
}
