/** By what a guest can change what they said: set when they say something, for so many days. */
export const saidCookie = { name: 'said', lastsDays: 30 } as const
