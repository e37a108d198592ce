/** Who can say of somebody who they are, in the order in which they are offered. What is not configured is not offered. */
export const providerNames = ['wordpress', 'google', 'facebook', 'x', 'mastodon', 'github', 'orcid'] as const
export type ProviderName = (typeof providerNames)[number]

/** A way to sign in as a visitor: by one of them, or by one's own mailbox. */
export type WayName = ProviderName | 'mail'

/** As they call themselves, in every language. */
export const providerTitles: Record<ProviderName, string> = {
  wordpress: 'WordPress.com',
  google: 'Google',
  facebook: 'Facebook',
  x: 'X',
  mastodon: 'Mastodon',
  github: 'GitHub',
  orcid: 'ORCID',
}

/** As whom the site is known to a provider. `at`: another server of the same kind, such as a sandbox. */
export type ProviderClient = { id: string; secret: string; at: string | null }

/** The providers a host has configured; Mastodon's servers each make a client of their own. */
export type Providers = Partial<Record<Exclude<ProviderName, 'mastodon'>, ProviderClient>> & {
  mastodon?: true
}

/** What was told of somebody who signs in. Everything but the identity is as they, or the provider, please. */
export type ToldOfVisitor = {
  issuer: string
  subject: string
  name: string | null
  url: string | null
  /** Address of a picture. */
  picture: string | null
  /** Only where the provider says that it is theirs. */
  mail: string | null
}
