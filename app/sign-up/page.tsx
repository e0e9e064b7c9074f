import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { AccountForm } from '#components/home/account-form.tsx'
import { Aside, Pinned, TextLink } from '#components/home/pinned.tsx'
import { ProviderButton } from '#components/home/provider-button.tsx'
import { pathOfOurs, signInFor } from '#lib/access/path.ts'
import { providerName, signedInPerson } from '#server/auth.ts'
import { running } from '#server/base/runtime.ts'
import { isSignUpOpen } from '#server/use-cases/people.ts'

export const metadata: Metadata = { title: 'Create an account' }

export default async function SignUp({ searchParams }: { searchParams: Promise<Record<string, string | string[]>> }) {
  const to = pathOfOurs((await searchParams).to)
  const person = await signedInPerson()
  if (person && !(await running().store.people.isGuest(person.id))) redirect(to)
  const provider = providerName()
  if (!(await isSignUpOpen(running())))
    return (
      <Pinned
        title="By invitation"
        lead="Accounts are made by invitation here: open the link that the owner of a workspace sent you, or ask them for one."
      >
        {provider && <ProviderButton name={provider} to={to} />}
        <Aside>
          You have one? <TextLink href={signInFor(to)}>Sign in</TextLink>. To take part in a workshop you need none:{' '}
          <TextLink href="/join">join by its code</TextLink>.
        </Aside>
      </Pinned>
    )
  return (
    <Pinned title="Create an account" lead="For whoever leads workshops or reads the boards. Participants need none.">
      {provider && <ProviderButton name={provider} to={to} />}
      <AccountForm way="sign-up" to={to} />
      <Aside>
        You have one? <TextLink href={signInFor(to)}>Sign in</TextLink>.
      </Aside>
    </Pinned>
  )
}
