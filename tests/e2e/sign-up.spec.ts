import { expect, test } from '@playwright/test'
import { startProduct } from '#tests/drivers/product.ts'

test('where nobody signs up by themselves, the first does, and others come by the link of an owner', async ({
  browser,
}) => {
  const { url, close } = await startProduct(async () => ({ SIGN_UP: 'closed' }))
  try {
    const newcomer = async () => (await browser.newContext({ baseURL: url })).newPage()
    const olga = await newcomer()
    await olga.goto('/')
    await olga.getByRole('link', { name: 'Create an account' }).click()
    await olga.getByLabel('Your name').fill('Olga')
    await olga.getByLabel('Email').fill('olga@example.org')
    await olga.getByLabel('Password').fill('correct horse')
    await olga.getByRole('button', { name: 'Create the account' }).click()
    await expect(olga.getByRole('heading', { name: 'Boards', exact: true })).toBeVisible()
    const { workspaces } = await (await olga.request.get('/api/me')).json()

    const max = await newcomer()
    await max.goto('/')
    await expect(max.getByRole('link', { name: 'Create an account' })).toHaveCount(0)
    await max.goto('/sign-in')
    await expect(max.getByText('Accounts are made by invitation: open the link that you were sent.')).toBeVisible()
    await max.goto('/sign-up')
    await expect(max.getByRole('heading', { name: 'By invitation' })).toBeVisible()

    const { invite } = await (
      await olga.request.post(`/api/workspaces/${workspaces[0].id}/invites`, { data: { role: 'manager', maxUses: 1 } })
    ).json()
    await max.goto(new URL(invite.url).pathname)
    await max.getByLabel('Your name').fill('Max')
    await max.getByLabel('Email').fill('max@example.org')
    await max.getByLabel('Password').fill('battery staple')
    await max.getByRole('button', { name: 'Create the account' }).click()
    await expect(max.getByRole('heading', { name: 'Boards', exact: true })).toBeVisible()
    const me = await (await max.request.get('/api/me')).json()
    expect(me.workspaces).toEqual([{ id: workspaces[0].id, name: workspaces[0].name, role: 'manager' }])

    const late = await newcomer()
    await late.goto(new URL(invite.url).pathname)
    await expect(late.getByText('This link was used as often as it may be.')).toBeVisible()
  } finally {
    await close()
  }
})
