import type { Box, Point } from '../geometry/box.ts'
import type { Elements, ModdleElement } from './bpmn-elements.ts'

/** A shape or an edge, and the collapsed subprocess in whose own diagram it is drawn; null: the wall's. */
interface Drawing {
  element: ModdleElement
  inside: ModdleElement | null
  made: ModdleElement
}

/** The drawn side of a file (BPMN DI): one diagram of the wall, one more for each collapsed subprocess with steps in it. */
export class Diagram {
  readonly #elements: Elements
  readonly #drawings: Drawing[] = []

  constructor(elements: Elements) {
    this.#elements = elements
  }

  shape(
    element: ModdleElement,
    { x, y, w, h }: Box,
    more: Record<string, boolean> = {},
    inside: ModdleElement | null = null,
  ): void {
    const bounds = this.#elements.create('dc:Bounds', { x, y, width: w, height: h })
    const id = this.#elements.idFor(`${element.id}_di`)
    const made = this.#elements.create('bpmndi:BPMNShape', { id, bpmnElement: element, bounds, ...more })
    this.#drawings.push({ element, inside, made })
  }

  edge(element: ModdleElement, points: readonly Point[], inside: ModdleElement | null = null): void {
    const waypoint = points.map(point => this.#elements.create('dc:Point', { ...point }))
    const id = this.#elements.idFor(`${element.id}_di`)
    const made = this.#elements.create('bpmndi:BPMNEdge', { id, bpmnElement: element, waypoint })
    this.#drawings.push({ element, inside, made })
  }

  diagrams(collaboration: ModdleElement): ModdleElement[] {
    const byPlane = Map.groupBy(this.#drawings, ({ inside }) => inside)
    return [null, ...[...byPlane.keys()].filter(inside => inside !== null)].map(inside => {
      const plane = this.#elements.create('bpmndi:BPMNPlane', {
        id: this.#elements.idFor('plane'),
        bpmnElement: inside ?? collaboration,
        planeElement: (byPlane.get(inside) ?? []).map(({ made }) => made),
      })
      return this.#elements.create('bpmndi:BPMNDiagram', { id: this.#elements.idFor('diagram'), plane })
    })
  }
}
