import { idAt, type Provider, wordsAt } from './provider.ts'

/** ORCID: info.orcid.org, OpenID Connect. The subject is the iD itself; whoever hides their name tells none. */
export const orcid: Provider = {
  name: 'orcid',
  servers: at => ({ discover: at ?? 'https://orcid.org' }),
  scope: 'openid',
  secretBy: 'post',
  async who({ issuer, claims }) {
    const subject = idAt(claims, 'sub')
    const names = [wordsAt(claims, 'given_name'), wordsAt(claims, 'family_name')].filter(Boolean).join(' ')
    return {
      issuer,
      subject,
      name: wordsAt(claims, 'name') ?? (names || null),
      url: /^(?:\d{4}-){3}\d{3}[\dX]$/.test(subject) ? `${issuer.replace(/\/$/, '')}/${subject}` : null,
      picture: null,
      mail: null,
    }
  },
}
