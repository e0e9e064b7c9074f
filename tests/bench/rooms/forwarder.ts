/** The least that any server does: what one sends goes to all others, and the last whole state to whoever asks. */
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'
import { report } from '../peers/rooms/report.mjs'

const sockets = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false, maxPayload: 2 ** 30 })
let state: Buffer = Buffer.from([0, 1, 2, 0, 0])
sockets.on('connection', (socket: WebSocket) => {
  socket.on('message', (data: Buffer) => {
    if (data[0] === 0 && data[1] === 0) socket.send(state)
    else if (data[0] === 0 && data[1] === 1) state = Buffer.from(data)
    else for (const other of sockets.clients) if (other !== socket) other.send(data)
  })
})
sockets.on('listening', () => report({ port: (sockets.address() as AddressInfo).port }))
