/** Whether a clipboard's text could be what a drawing tool puts there: JSON. Cheap, so that the readers come only then. */
export const maybeForeign = (text: string): boolean => /^[\uFEFF\s]*[[{]/.test(text)
