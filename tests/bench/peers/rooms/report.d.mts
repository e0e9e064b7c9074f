export declare function report(facts: object): void
