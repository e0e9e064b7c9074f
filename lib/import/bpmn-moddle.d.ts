/** The package ships no types for its entry; this is what is used of it. */
declare module 'bpmn-moddle' {
  export class BpmnModdle {
    fromXML(xml: string): Promise<{
      rootElement: unknown
      warnings: { message: string }[]
      references: { element: unknown; property: string; id: string }[]
      elementsById: Record<string, unknown>
    }>
    toXML(element: unknown, options?: { format?: boolean }): Promise<{ xml: string }>
    /** An element of another namespace. */
    createAny(type: string, namespace: string, properties?: Record<string, unknown>): Record<string, unknown>
    create(
      type: string,
      properties?: Record<string, unknown>,
    ): Record<string, unknown> & {
      $type: string
      $instanceOf(type: string): boolean
    }
  }
}
