/** Builds the pages unless the build on disk is of these very sources. */
export function build(): void
