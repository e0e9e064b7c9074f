import { type BrowserContext, expect } from '@playwright/test'

let count = 0

export interface TestAccount {
  email: string
  password: string
  name: string
}

/** Signs a new person up in this browser; returns what other browsers need to sign in. */
export async function newAccount(context: BrowserContext, name = 'Ann'): Promise<TestAccount> {
  count += 1
  const email = `account-${process.pid}-${Date.now()}-${count}@example.org`
  const account = { email, password: 'a long enough passphrase', name }
  const answer = await context.request.post('/api/sign-up', { data: account })
  expect(answer.status(), await answer.text()).toBe(201)
  return account
}
