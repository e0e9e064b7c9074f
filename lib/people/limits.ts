/** People whom one link can make members of a workspace. */
export const mostByOneLink = 100
