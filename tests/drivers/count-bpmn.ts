import { BpmnModdle } from 'bpmn-moddle'

type Item = { $type: string; id?: string; name?: string } & Record<string, unknown>
const list = (value: unknown): Item[] => (Array.isArray(value) ? (value as Item[]) : [])
const one = (value: unknown): Item | null => (value as Item | undefined) ?? null
const isA = (item: Item, ...types: string[]) => types.includes(item.$type.slice('bpmn:'.length))

/**
 * Points of failure of a BPMN file, counted without any of ours but the convention of lib/method/METHOD.md: crossings
 * of pools and leaf lanes, each pair of ends once, then decisions, rule tasks and splits without a gateway. `customers`
 * are the names of the lanes or pools that a person takes for the customer's.
 */
export async function countBpmn(xml: string, customers: readonly string[]) {
  const { rootElement } = await new BpmnModdle().fromXML(xml)
  const laneOf = new Map<Item, string>()
  const nodes: Item[] = []
  const flows: { from: Item; to: Item; isMessage: boolean }[] = []
  const isCustomers = new Set<string>()

  const leaves = (set: Item | null, within: string[]): { lane: Item; names: string[] }[] =>
    list(set?.lanes).flatMap(lane => {
      const names = [lane.name ?? '', ...within]
      const inner = leaves(one(lane.childLaneSet), names)
      return inner.length ? inner : [{ lane, names }]
    })
  const visit = (container: Item, home: string) => {
    for (const item of list(container.flowElements)) {
      if (isA(item, 'SequenceFlow')) {
        const [from, to] = [one(item.sourceRef), one(item.targetRef)]
        if (from && to) flows.push({ from, to, isMessage: false })
      } else if (!/Data(Object|Store)/.test(item.$type)) {
        nodes.push(item)
        const host = one(item.attachedToRef)
        const lane = laneOf.get(item) ?? (host && laneOf.get(host)) ?? home
        laneOf.set(item, lane)
        visit(item, lane)
      }
    }
  }
  const process = (item: Item | null, pool: Item | null) => {
    const own = list(item?.laneSets).flatMap(set => leaves(set, [pool?.name ?? '']))
    for (const { lane, names } of own) {
      const id = String(lane.id)
      if (names.some(name => customers.includes(name))) isCustomers.add(id)
      for (const node of list(lane.flowNodeRef)) laneOf.set(node, id)
    }
    const home = own[0]?.lane.id ?? pool?.id ?? item?.id ?? ''
    if (customers.includes(pool?.name ?? '')) isCustomers.add(home)
    if (pool) laneOf.set(pool, home)
    if (item) visit(item, home)
  }
  const roots = list((rootElement as unknown as Item).rootElements)
  const pools = roots.flatMap(root => list(root.participants))
  for (const pool of pools) process(one(pool.processRef), pool)
  const drawn = new Set(pools.map(pool => one(pool.processRef)))
  for (const root of roots) if (isA(root, 'Process') && !drawn.has(root)) process(root, null)
  for (const flow of roots.flatMap(root => list(root.messageFlows))) {
    const [from, to] = [one(flow.sourceRef), one(flow.targetRef)]
    if (from && to) flows.push({ from, to, isMessage: true })
  }

  const pairs = new Map(flows.map(flow => [`${flow.from.id} ${flow.to.id}`, flow]))
  const count = { mot: 0, bp: 0, br: 0, total: 0 }
  for (const { from, to } of pairs.values()) {
    const [a = '', b = ''] = [laneOf.get(from), laneOf.get(to)]
    if (a !== b) count[isCustomers.has(a) || isCustomers.has(b) ? 'mot' : 'bp'] += 1
  }
  for (const node of nodes) {
    const sequence = flows.filter(flow => !flow.isMessage)
    const [incoming, outgoing] = [
      sequence.filter(flow => flow.to === node),
      sequence.filter(flow => flow.from === node),
    ]
    const isDecision = isA(node, 'ExclusiveGateway', 'InclusiveGateway', 'ComplexGateway', 'EventBasedGateway')
    const decides = outgoing.length > 1 || (incoming.length < 2 && Boolean(node.name?.trim()))
    const splits = new Set(outgoing.map(flow => flow.to)).size > 1 && !/Gateway$/.test(node.$type)
    if ((isDecision && decides) || splits || isA(node, 'BusinessRuleTask')) count.br += 1
  }
  count.total = count.mot + count.bp + count.br
  return count
}
