/**
 * The same without what XML 1.0 cannot hold (section 2.2, Char), not even escaped, and without lone halves of surrogate
 * pairs. One such sign in one title would break the feed for every reader.
 */
export function sound<T>(told: T): T {
  if (typeof told === 'string') return soundText(told) as T
  if (Array.isArray(told)) return told.map(sound) as T
  if (told === null || typeof told !== 'object') return told
  return Object.fromEntries(Object.entries(told).map(([name, value]) => [name, sound(value)])) as T
}

function soundText(text: string): string {
  return text.toWellFormed().replace(unsound, '')
}

const unsound = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFDD0-\uFDEF\uFFFE\uFFFF]/g
