/** What becomes of what somebody brings, and why. Nothing is refused for what it looks like: spam can be brought back. */
export type Verdict = { state: 'approved' | 'pending' | 'spam'; evidence: Evidence[] }

/**
 * One reason, by a code that pages say in words, with what there is to say of it. A positive weight speaks for spam, a
 * negative one against it; they are added up.
 */
export type Evidence = { code: EvidenceCode; weight: number; value?: string | number }

type EvidenceCode =
  | 'curator'
  | 'known'
  | 'new'
  | 'removed-before'
  | 'blocked'
  | 'trap'
  | 'fast'
  | 'no-work'
  | 'wrong-work'
  | 'work'
  | 'links'
  | 'link-known-bad'
  | 'language'
  | 'scripts'
  | 'capitals'
  | 'repeated'
  | 'hidden-signs'
  | 'like-spam'
  | 'like-real'
  | 'unsure'
  | 'unfamiliar'
  | 'service-spam'
  | 'service-real'
  | 'reported'

/** What is to be weighed, with who brings it. Keys are keyed hashes (`services/taking-part/keys.ts`). */
export type Offered = {
  what: 'comment' | 'suggestion' | 'mention'
  participant: { kind: 'guest' } | { kind: 'visitor'; id: string } | { kind: 'curator'; id: string }
  name: string | null
  mailKey: string | null
  /** Of a guest: hash of the secret in the browser they come with; null where there is none. */
  editKey: string | null
  /** Of the network it came from. */
  fromKey: string | null
  /** Of whoever brings it: their website. */
  url: string | null
  text: string
  /** BCP 47, of the page it stands on. */
  language: string | null
  /** Null: what it stands under belongs to no series. */
  seriesId: string | null
  at: number
  proof: Proof
}

/** What a form tells of whether a person filled it (`web/middleware/proof.ts`). */
export type Proof = {
  /** `done`: worked for, by a challenge that is good once; its key says which, until when it has to be remembered. */
  work: { state: 'done'; key: string; until: number } | { state: 'absent' | 'wrong' }
  /** A field was filled that people do not see. */
  isTrapped: boolean
  /** From the first touch of the form, or from when it was made, until it was sent; null: not known. */
  seconds: number | null
}

/** Of what came by no form: a mail, another site. */
export const noProof: Proof = { work: { state: 'absent' }, isTrapped: false, seconds: null }
