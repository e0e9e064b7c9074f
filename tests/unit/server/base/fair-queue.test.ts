import { expect, test } from 'vitest'
import { FairQueue } from '#server/base/fair-queue.ts'

/** A queue with one job at a time, whose jobs end when they are told. */
function open(waiting: number) {
  const queue = new FairQueue({ atOnce: 1, waiting, full: 'Come again.' })
  const order: string[] = []
  let end = () => {}
  const add = (name: string, ...keys: string[]) =>
    queue
      .run(keys, () => {
        order.push(name)
        return new Promise<void>(resolve => {
          end = resolve
        })
      })
      .catch(error => void order.push(`${name}: ${error.code}`))
  const finish = async (times: number) => {
    for (let i = 0; i < times; i += 1) {
      end()
      await new Promise(setImmediate)
    }
  }
  return { add, finish, order }
}

test('each of several has a job done before anybody has a second one done', async () => {
  const { add, finish, order } = open(10)
  for (const job of ['a1', 'a2', 'a3', 'b1', 'c1', 'b2']) void add(job, job.charAt(0))
  await finish(6)
  expect(order).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3'])
})

test('neither many accounts from one address nor many addresses for one account go before one of each', async () => {
  const { add, finish, order } = open(20)
  for (let i = 0; i < 4; i += 1) void add(`address${i}`, 'bad address', `account ${i}`)
  for (let i = 0; i < 4; i += 1) void add(`account${i}`, `address ${i}`, 'bad account')
  void add('honest', 'own address', 'own account')
  await finish(10)
  expect(order.indexOf('honest')).toBeLessThanOrEqual(2)
})

test('a full queue refuses more of whoever fills it, and makes room for somebody else', async () => {
  const { add, finish, order } = open(3)
  for (const job of ['a1', 'a2', 'a3', 'a4', 'a5']) void add(job, 'a')
  void add('b1', 'b')
  await new Promise(setImmediate)
  expect(order).toEqual(['a1', 'a5: busy', 'a4: busy'])
  await finish(4)
  expect(order.slice(3)).toEqual(['b1', 'a2', 'a3'])
})

test('what was waited for long ago does not count', async () => {
  const { add, finish, order } = open(10)
  for (let i = 0; i < 5; i += 1) void add(`a${i}`, 'a')
  await finish(6)
  for (const job of ['a', 'b', 'a again']) void add(job, job.charAt(0))
  await finish(3)
  expect(order.slice(5)).toEqual(['a', 'b', 'a again'])
})
