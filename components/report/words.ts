export const verdictTones = { eliminate: 'danger', improve: 'good', keep: 'neutral' } as const
