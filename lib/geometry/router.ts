import { around, type Box, encloses, expand, type Point } from './box.ts'
import { fanOut, isFork } from './fan.ts'
import { labelAlong, labelAtFork, labelRoom, wordRoom } from './label-place.ts'
import { keepApart, type Ranked } from './parallels.ts'
import { levelled, type PortEnd, portKey, portsOn } from './ports.ts'
import { anchorOf, outward, type Route, type Side, type SideChoice, sidesOf } from './route.ts'
import { boxOfPoints, type Course, courseAround, obstacles, runsBehind } from './route-around.ts'
import { straighten } from './straighten.ts'

/** What the course of a link depends on besides the notes. */
export interface Led {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly text: string
  readonly sides: readonly [SideChoice, SideChoice]
}

/** The wall as links see it: only what is shown. */
export interface Space {
  /** A note's box; undefined where it is not shown. */
  box(noteId: string): Box | undefined
  /** The notes that touch a box, in any order. */
  near(box: Box): Iterable<Box>
  link(id: string): Led | undefined
  /** The notes at which a link was when it was last read: also of one that is gone since. */
  endsOf(id: string): readonly string[]
  /** Ids of the links at a note, in any order. */
  linksAt(noteId: string): Iterable<string>
  /** Ids of the links whose reach touches a box, in any order. */
  linksNear(box: Box): Iterable<string>
  /** The box around a link's ends and `neighbourhood.reach` px more; undefined for one longer than `most`. */
  reach(id: string): Box | undefined
}

/** px around the ends of a link in which others count as its neighbours, and px from which a link is nobody's. */
export const neighbourhood = { reach: 60, most: 3_000 } as const

/**
 * Routes links so that the same wall has the same routes on every screen and at every time: each step asks the notes and
 * the step before, for all links alike, and never what was there earlier.
 *
 * 1. The sides by which a link leaves and reaches its notes (`#sides`): chosen by people, else fanned out or nearest.
 * 2. Its ports among those of the other links there, and its course around the notes (`#course`).
 * 3. 10 px between those that run side by side, and the place of its label (`route`).
 */
export class Router {
  readonly #space: Space
  readonly #sides = new Map<string, Course | null>()
  readonly #courses = new Map<string, Course | null>()
  readonly #ranks = new Map<string, Ranked | null>()
  readonly #routes = new Map<string, Route | null>()
  readonly #seen = new Map<string, Box>()
  readonly #looked = new Set<string>()

  constructor(space: Space) {
    this.#space = space
  }

  /** Returns a link's route; null where an end of it is not shown. */
  route(id: string): Route | null {
    return remember(this.#routes, id, () => this.#findRoute(id))
  }

  /**
   * Calls back with the links of which more of the wall was looked at since the last call, also on behalf of others, and
   * with the part of the wall on which what has been found of them depends.
   */
  takeSeen(take: (id: string, seen: Box) => void): void {
    for (const id of this.#looked) {
      const seen = this.#seen.get(id)
      if (seen) take(id, seen)
    }
    this.#looked.clear()
  }

  /**
   * Forgets what was found of links whose notes or surroundings changed, and of those that reckon with them. Returns
   * all of them.
   */
  forget(ids: Iterable<string>): Set<string> {
    // Links at one note reckon with each other's sides, and then share each side's ports.
    const sides = this.#beside(new Set(ids))
    const courses = this.#beside(sides)
    const all = new Set(courses)
    for (const id of sides) this.#sides.delete(id)
    for (const id of courses) {
      this.#courses.delete(id)
      this.#ranks.delete(id)
      const area = this.#space.reach(id)
      if (area) for (const other of this.#space.linksNear(area)) all.add(other)
    }
    for (const id of all) this.#routes.delete(id)
    for (const id of courses) this.#seen.delete(id)
    return all
  }
  /** These links and all that share a note with one of them. */
  #beside(ids: ReadonlySet<string>): Set<string> {
    const all = new Set(ids)
    for (const id of ids) {
      for (const end of this.#space.endsOf(id)) for (const other of this.#space.linksAt(end)) all.add(other)
    }
    return all
  }
  clear(): void {
    this.#ranks.clear()
    this.#sides.clear()
    this.#courses.clear()
    this.#routes.clear()
    this.#seen.clear()
    this.#looked.clear()
  }

  /** Returns a link's route with ends that are being dragged: the others stay as they are. */
  draft(link: Led, from: Box, to: Box, near: Space['near']): Route {
    const before = this.#courses.get(link.id)
    const leaves = before && isFork(this.#waysOut(link.from).length) ? before.sides[0] : link.sides[0]
    const { sides } = courseAround({ box: from, side: leaves }, { box: to, side: link.sides[1] }, near)
    const kept = before?.sides[0] === sides[0] && before.sides[1] === sides[1]
    const [out, into] = kept ? this.#ports(link, sides) : [{ offset: 0 }, { offset: 0 }]
    const course = courseAround(
      { box: from, side: sides[0], offset: out.offset },
      { box: to, side: sides[1], offset: into.offset },
      near,
    )
    return {
      points: course.points,
      sides,
      label: labelAlong(course.points, labelRoom(link.text), area => [...near(area)]),
    }
  }

  #findRoute(id: string): Route | null {
    const own = this.#ranked(id)
    const link = this.#space.link(id)
    const course = this.#course(id)
    if (!own || !link || !course) return null
    const others: Ranked[] = []
    const area = expand(boxOfPoints(course.points), 12)
    for (const other of this.#space.linksNear(area)) {
      const ranked = other === id ? null : this.#ranked(other)
      if (ranked) others.push(ranked)
    }
    const points = keepApart(own, others)
    return { points, sides: course.sides, label: this.#labelOf(link, points, course.sides[0]) }
  }

  #labelOf(link: Led, points: Route['points'], leaves: Side): Route['label'] {
    const [from, to] = [this.#space.box(link.from), this.#space.box(link.to)]
    // A box around both, such as a subprocess around its steps, has room for words.
    const around = (box: Box) => [from, to].some(end => end && box !== end && encloses(box, end))
    const look = this.#look(link.id)
    const near = (area: Box) => [...look(area)].filter(box => !around(box))
    const atFork =
      link.text !== '' && isFork(this.#waysOut(link.from).length)
        ? labelAtFork(points, leaves, wordRoom(link.text), near)
        : null
    return atFork ?? labelAlong(points, labelRoom(link.text), near)
  }

  #ranked(id: string): Ranked | null {
    return remember(this.#ranks, id, () => {
      const course = this.#course(id)
      const link = this.#space.link(id)
      const [from, to] = [link && this.#space.box(link.from), link && this.#space.box(link.to)]
      if (!link || !course || !from || !to) return null
      const rank = [from.x, from.y, to.x, to.y].map(value => (value + 2e6).toFixed(1).padStart(10, '0')).join(' ')
      const area = expand(boxOfPoints(course.points), 40)
      return {
        rank: `${rank} ${id}`,
        points: course.points,
        slides: this.#slides(link, from, to, course.sides),
        obstacles: obstacles(this.#others(link), area, from, to),
      }
    })
  }

  #course(id: string): Course | null {
    return remember(this.#courses, id, () => {
      const link = this.#space.link(id)
      const chosen = this.#sidesOf(id)
      const [from, to] = [link && this.#space.box(link.from), link && this.#space.box(link.to)]
      if (!link || !chosen || !from || !to) return null
      const { sides } = chosen
      const [out, into] = this.#ports(link, sides)
      const [a, b] = levelled(from, to, sides, out, into)
      const near = this.#others(link)
      const course = courseAround(
        { box: from, side: sides[0], offset: a },
        { box: to, side: sides[1], offset: b },
        near,
      )
      const inWay = (points: readonly Point[]) => obstacles(near, expand(boxOfPoints(points), 12), from, to)
      // Where the port among the others has no clear way, the middle of the side may have one.
      const best = isClear(course.points, inWay) || !isClear(chosen.points, inWay) ? course : chosen
      return { ...best, points: straighten(best.points, inWay(best.points)) }
    })
  }

  /** From where to where the first and the last piece may be moved along their notes. */
  #slides(link: Led, from: Box, to: Box, sides: Course['sides']): Ranked['slides'] {
    const [out, into] = this.#ports(link, sides)
    const range = (box: Box, side: Side, [low, high]: readonly [number, number]): readonly [number, number] => {
      const middle = anchorOf(box, side)[outward[side].x === 0 ? 'x' : 'y']
      return [middle + low, middle + high]
    }
    return [range(from, sides[0], out.range), range(to, sides[1], into.range)]
  }

  /** Where a link with these sides is attached to its notes. */
  #ports(link: Led, [leaves, enters]: readonly [Side, Side]) {
    const at = (note: string, side: Side, way: 'in' | 'out') => {
      const box = this.#space.box(note)
      const ends: PortEnd[] = []
      for (const id of this.#space.linksAt(note)) {
        const one = this.#space.link(id)
        const sides = this.#sidesOf(id)?.sides
        if (!one || !sides) continue
        const other = this.#space.box(one.from === note ? one.to : one.from)
        if (!other) continue
        if (one.from === note && sides[0] === side) ends.push({ id, way: 'out', other })
        if (one.to === note && sides[1] === side) ends.push({ id, way: 'in', other })
      }
      return (box && portsOn(box, side, ends).get(portKey(way, link.id))) ?? { offset: 0, range: [0, 0] as const }
    }
    return [at(link.from, leaves, 'out'), at(link.to, enters, 'in')] as const
  }

  #sidesOf(id: string): Course | null {
    return remember(this.#sides, id, () => {
      const link = this.#space.link(id)
      const [from, to] = [link && this.#space.box(link.from), link && this.#space.box(link.to)]
      if (!link || !from || !to) return null
      const fanned = this.#fan(link.from, from).get(id)
      return courseAround(
        { box: from, side: fanned ?? link.sides[0], avoid: this.#taken(link.from, 'in', id) },
        { box: to, side: link.sides[1], avoid: this.#taken(link.to, 'out', id) },
        this.#others(link),
      )
    })
  }

  #fan(note: string, box: Box): Map<string, Side> {
    const ways = this.#waysOut(note)
    if (!isFork(ways.length)) return new Map()
    return fanOut(box, ways, this.#taken(note, 'in'))
  }
  /** The sides of a note by which links come in or go out if nothing is in their way. */
  #taken(note: string, way: 'in' | 'out', except?: string): Set<Side> {
    const taken = new Set<Side>()
    for (const id of this.#space.linksAt(note)) {
      const link = id === except ? undefined : this.#space.link(id)
      const [from, to] = [link && this.#space.box(link.from), link && this.#space.box(link.to)]
      if (link?.[way === 'in' ? 'to' : 'from'] !== note || !from || !to) continue
      taken.add(sidesOf(from, to, link.sides)[way === 'in' ? 1 : 0])
    }
    return taken
  }
  #waysOut(note: string) {
    const ways: { id: string; to: Box; sides: Led['sides'] }[] = []
    for (const id of this.#space.linksAt(note)) {
      const link = this.#space.link(id)
      const to = link?.from === note ? this.#space.box(link.to) : undefined
      if (link && to) ways.push({ id, to, sides: link.sides })
    }
    return ways.sort((a, b) => a.to.y - b.to.y || a.to.x - b.to.x || (a.id < b.id ? -1 : 1))
  }

  /** The notes that a link has to avoid. */
  #others({ id, from, to }: Led): Space['near'] {
    const ends = [this.#space.box(from), this.#space.box(to)]
    const look = this.#look(id)
    return area => [...look(area)].filter(box => !ends.includes(box))
  }
  /** Looks at the notes in an area, and keeps in mind that the link depends on them. */
  #look(id: string): Space['near'] {
    return area => {
      const before = this.#seen.get(id)
      if (!before || !encloses(before, area)) {
        this.#seen.set(id, (before && around([before, area])) ?? area)
        this.#looked.add(id)
      }
      return this.#space.near(area)
    }
  }
}

const isClear = (points: readonly Point[], inWay: (points: readonly Point[]) => readonly Box[]): boolean =>
  !runsBehind(points, inWay(points))

function remember<T>(known: Map<string, T>, id: string, find: () => T): T {
  const before = known.get(id)
  if (before !== undefined) return before
  const found = find()
  known.set(id, found)
  return found
}
