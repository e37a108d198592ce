import type { Visitor } from './visitor.ts'

/**
 * Who takes part in one request. A *guest* tells name and mail in the form and nothing else is known of them; a
 * *visitor* signed in by a provider or a mailbox; a *curator* is signed in at the desk and takes part as themselves.
 */
export type Participant =
  | { kind: 'guest' }
  | {
      kind: 'visitor'
      id: string
      name: string
      url: string | null
      provider: string
      /** Id of a picture of ours. */
      picture: string | null
    }
  | { kind: 'curator'; id: string; name: string }

/** The same, and what no form shows of a visitor. */
export type KnownHere = { participant: Participant; visitor: Visitor | null }
