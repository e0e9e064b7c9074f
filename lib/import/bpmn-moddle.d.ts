/** The package ships no types for its entry; this is what is used of it. */
declare module 'bpmn-moddle' {
  export class BpmnModdle {
    fromXML(xml: string): Promise<{ rootElement: unknown; warnings: { message: string }[] }>
    toXML(element: unknown, options?: { format?: boolean }): Promise<{ xml: string }>
    create(
      type: string,
      properties?: Record<string, unknown>,
    ): Record<string, unknown> & {
      $type: string
      $instanceOf(type: string): boolean
    }
  }
}
