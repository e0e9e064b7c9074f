/** Polls until a condition holds; on timeout it fails with the given words. */
export async function until(holds: () => unknown, what: string, patience = 10_000): Promise<void> {
  const end = Date.now() + patience
  for (;;) {
    if (await holds()) return
    if (Date.now() > end) throw new Error(`waited ${patience} ms in vain: ${what}`)
    await new Promise(resolve => setTimeout(resolve, 5))
  }
}
