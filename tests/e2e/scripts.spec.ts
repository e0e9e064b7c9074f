import { execFile } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { readWay, runScript } from '#tests/drivers/script.ts'
import { connect } from '#tests/drivers/server.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '..', '..')

/** The environment of the server that is running, as a terminal beside it would have it. */
const settings = () => ({
  DATA_DIR: process.env.E2E_DATA ?? '',
  PUBLIC_URL: `http://localhost:${process.env.E2E_PORT}`,
})

test('the example for scripts in the README does what it says', async ({ baseURL }) => {
  const readme = await readFile(join(root, 'README.md'), 'utf8')
  const [, example = ''] = /## For scripts[\s\S]*?```js\n([\s\S]*?)```/.exec(readme) ?? []
  const file = join(root, 'tests', '.output', `example-${process.pid}.mjs`)
  await writeFile(file, example)
  try {
    const { stdout } = await run(process.execPath, [file], {
      env: { ...process.env, ADDRESS: baseURL },
      timeout: 30_000,
    })
    expect(stdout).toMatch(/^[0-9a-f-]{36} step The guest orders\n$/)
  } finally {
    await rm(file)
  }
})

test('the demo and the seed work on the server that is running, and sign in as they say', async ({ page, baseURL }) => {
  const demo = await runScript('demo', [], settings())
  expect(demo).toMatchObject({ code: 0, says: expect.stringContaining('Open  http') })
  const { url, email, password } = readWay(demo.says)
  expect(readWay((await runScript('demo', [], settings())).says).url).toBe(url)
  await page.goto(`/sign-in?to=${new URL(url).pathname}`)
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(url)
  await expect(page).toHaveTitle(/double espresso/)

  const seed = await runScript('seed', ['--notes', '300'], settings())
  expect(seed.code).toBe(0)
  const answer = await page.request.get(`/api/boards/${readWay(seed.says).boardId}`)
  expect(await answer.json()).toMatchObject({ board: { title: 'A board of 300 notes' }, role: 'facilitator' })
  const [cookie] = (await page.context().cookies()).filter(({ name }) => name === 'brownpaper.session')
  const client = connect(baseURL ?? '', readWay(seed.says).boardId, { cookie: `${cookie?.name}=${cookie?.value}` })
  await expect.poll(() => client.doc.getMap('notes').size).toBe(300)
  client.destroy()
})

test('a backup is made while the server runs', async () => {
  const target = `${process.env.E2E_DATA}-backup`
  expect(await runScript('backup', [target], settings())).toMatchObject({ code: 0 })
  await rm(target, { recursive: true })
})
