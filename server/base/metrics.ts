/** Numbers for /metrics, in Prometheus' text format. One registry per server, made by serve.ts. */
export class Metrics {
  readonly #counters = new Map<string, { help: string; value: number }>()
  readonly #gauges = new Map<string, { help: string; read: () => number }>()

  /** Declares a counter and returns the function that increases it. */
  counter(name: string, help: string): (by?: number) => void {
    const entry = { help, value: 0 }
    this.#counters.set(name, entry)
    return (by = 1) => {
      entry.value += by
    }
  }

  /** Declares a value that is read at each request of /metrics. */
  gauge(name: string, help: string, read: () => number): void {
    this.#gauges.set(name, { help, read })
  }

  text(): string {
    const lines: string[] = []
    const add = (name: string, type: string, help: string, value: number) =>
      lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, `${name} ${value}`)
    for (const [name, { help, value }] of this.#counters) add(name, 'counter', help, value)
    for (const [name, { help, read }] of this.#gauges) add(name, 'gauge', help, read())
    return `${lines.join('\n')}\n`
  }
}
