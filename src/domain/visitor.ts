/** By whom somebody is told to us: `issuer` and `subject` as that provider says them, and nothing else. */
export type Identity = { provider: string; issuer: string; subject: string }

/** Somebody who takes part and has no account of the site. Who they are is their identity alone, never a mail address. */
export type Visitor = Identity & {
  id: string
  /** As they want to be called here. */
  name: string
  /** As the provider calls them; null where it does not, or where they told the name themselves. */
  toldName: string | null
  url: string | null
  /** Id of a picture of ours. */
  pictureId: string | null
  /** Never shown, and only there where the provider vouches for it. */
  mail: string | null
  mailKey: string | null
  madeAt: number
  seenAt: number
}

/** Days of not being seen after which a device is not known any more. */
export const signInLastsDays = 90
