import type { BrowserContext, WebSocketRoute } from '@playwright/test'

/** The connection between a browser and the server, controlled by a test. */
export async function wireOf(context: BrowserContext) {
  let reachable = true
  let holding = false
  let held: (() => void)[] = []
  const open = new Set<WebSocketRoute>()
  await context.routeWebSocket(/\/sync\//, browser => {
    if (!reachable) {
      void browser.close({ code: 1013 })
      return
    }
    open.add(browser)
    const server = browser.connectToServer()
    browser.onMessage(message => {
      if (holding) held.push(() => server.send(message))
      else server.send(message)
    })
  })
  return {
    /** Cuts the connection until `mend`. */
    cut(): void {
      reachable = false
      for (const socket of open) void socket.close({ code: 1013 })
      open.clear()
    },
    mend(): void {
      reachable = true
    },
    /** Holds what the browser sends until `release`; what the server sends still arrives. */
    hold(): void {
      holding = true
    },
    release(): void {
      holding = false
      for (const send of held) send()
      held = []
    },
  }
}
