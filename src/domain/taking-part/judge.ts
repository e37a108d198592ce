import type { Evidence, Verdict } from './verdict.ts'

/** So much evidence, and it is put with the spam; so much, and it waits whoever brings it. */
const [spamAt, holdAt] = [6, 2]

/**
 * The verdict that evidence comes to. Who is new waits; who is known does where something speaks against it, and is not
 * put with the spam unless a curator has blocked it. Without a plain sign nothing is put there.
 */
export function judge(evidence: Evidence[], { isTrusted }: { isTrusted: boolean }): Verdict {
  const sum = sumOf(evidence)
  const isPlain = !isTrusted && sum >= spamAt && evidence.some(({ code }) => plain.has(code))
  if (isPlain || evidence.some(({ code }) => code === 'blocked')) return { state: 'spam', evidence }
  return { state: isTrusted && sum < holdAt ? 'approved' : 'pending', evidence }
}

function sumOf(evidence: readonly Evidence[]): number {
  return evidence.reduce((total, { weight }) => total + weight, 0)
}

const plain = new Set<Evidence['code']>([
  'trap',
  'wrong-work',
  'like-spam',
  'link-known-bad',
  'removed-before',
  'service-spam',
  'repeated',
])
