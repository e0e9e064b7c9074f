/** Whether there is room for the wall or one panel only, as Tailwind's `max-sm` says it. */
export const isPhone = (): boolean => matchMedia('(max-width: 639px)').matches
