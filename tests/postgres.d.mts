export function findPostgres(): string | null
export function postgres(): string | null
