/** The bench's end of a server in a process of its own: says where it listens, and what it has used when asked. */
export function report(facts) {
  process.on('message', () => {
    const [all, loop] = [process.cpuUsage(), process.threadCpuUsage()]
    const ms = ({ user, system }) => (user + system) / 1000
    process.send({ cpu: ms(all), loop: ms(loop), memory: process.memoryUsage.rss() })
  })
  process.on('disconnect', () => process.exit())
  process.send(facts)
}
