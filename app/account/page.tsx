import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { NameForm } from '#components/pages/account/name-form.tsx'
import { OwnData } from '#components/pages/account/own-data.tsx'
import { Passkeys } from '#components/pages/account/passkeys.tsx'
import { PasswordForm } from '#components/pages/account/password-form.tsx'
import { Provider } from '#components/pages/account/provider.tsx'
import { SecondFactor } from '#components/pages/account/second-factor.tsx'
import { AccountSection } from '#components/pages/account/section.tsx'
import { SignIns } from '#components/pages/account/sign-ins.tsx'
import { LibraryShell } from '#components/pages/page-shell.tsx'
import { signInFor } from '#lib/access/path.ts'
import { signedInHere } from '#server/auth.ts'
import { running } from '#server/base/runtime.ts'
import { listSignIns } from '#server/use-cases/account.ts'
import { listPasskeys } from '#server/use-cases/passkeys.ts'
import { refusalOf } from '#server/use-cases/provider.ts'
import { factorState } from '#server/use-cases/second-factor.ts'
import { one, type Search, whoIs } from '../library/visitor.ts'

export const metadata: Metadata = { title: 'Account', robots: { index: false } }

export default async function Page({ searchParams }: { searchParams: Search }) {
  const refused = refusalOf(one((await searchParams).refused))
  const here = await signedInHere()
  if (!here) redirect(signInFor('/account'))
  const parts = running()
  const { person } = here
  const { oidc } = parts.env
  const [who, signIns, guest, linked, factor, passkeys] = await Promise.all([
    whoIs(person),
    listSignIns(parts, here),
    parts.store.people.isGuest(person.id),
    oidc !== null && parts.store.people.hasAccount(oidc.issuer, person.id),
    factorState(parts, person.id),
    listPasskeys(parts, person.id),
  ])
  return (
    <LibraryShell who={who} here={null}>
      <h1 className="pt-4 text-xl">Account</h1>
      <p className="pb-6 text-ink-700">
        {person.email ?? (guest ? 'You came in by an invite, as a guest.' : 'Without an address of your own here.')}
      </p>
      <div className="grid max-w-xl gap-10">
        <AccountSection title="Name">
          <NameForm name={person.name} />
        </AccountSection>
        {person.email !== null && person.passwordHash !== null && (
          <AccountSection title="Password">
            <PasswordForm email={person.email} />
          </AccountSection>
        )}
        {person.passwordHash !== null && (
          <AccountSection title="Second factor">
            <SecondFactor state={factor} />
          </AccountSection>
        )}
        {!guest && (
          <AccountSection title="Passkeys" lead="Sign in with a finger, a face or the PIN of your device.">
            <Passkeys passkeys={passkeys} hasPassword={person.passwordHash !== null} />
          </AccountSection>
        )}
        {oidc !== null && !guest && (
          <AccountSection title={`Sign-in with ${oidc.name}`}>
            <Provider name={oidc.name} linked={linked} refused={refused} />
          </AccountSection>
        )}
        <AccountSection title="Where you are signed in">
          <SignIns signIns={signIns} />
        </AccountSection>
        <AccountSection title="Your data">
          <OwnData personId={person.id} byPassword={person.passwordHash !== null} />
        </AccountSection>
      </div>
    </LibraryShell>
  )
}
