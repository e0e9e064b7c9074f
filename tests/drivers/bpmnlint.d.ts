/** The package ships no types for its entries; this is what is used of them. */
declare module 'bpmnlint' {
  export class Linter {
    constructor(options: { config: { extends: string }; resolver: unknown })
    lint(root: unknown): Promise<Record<string, { id: string; message: string; category: string }[]>>
  }
}
declare module 'bpmnlint/lib/resolver/node-resolver.js' {
  // biome-ignore lint/style/noDefaultExport: it is theirs.
  export default class NodeResolver {}
}
