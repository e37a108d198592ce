import { idAt, NotSaid, type Provider, wordsAt } from './provider.ts'

/** X: docs.x.com, OAuth 2.0 with PKCE as a confidential client, which shows its secret by Basic. It tells no mail address. */
export const x: Provider = {
  name: 'x',
  servers: at => {
    const api = at ?? 'https://api.x.com'
    return {
      issuer: at ?? 'https://x.com',
      authorize: `${at ?? 'https://x.com'}/i/oauth2/authorize`,
      token: `${api}/2/oauth2/token`,
      api,
    }
  },
  // Whoever reads users has to be let read posts too; nothing is read of them.
  scope: 'users.read tweet.read',
  secretBy: 'basic',
  async who({ issuer, api, get }) {
    const { data } = (await get(`${api}/2/users/me?user.fields=profile_image_url`)) as { data?: unknown }
    if (!data) throw new NotSaid('X answered without “data”')
    const username = wordsAt(data, 'username')
    return {
      issuer,
      subject: idAt(data, 'id'),
      name: wordsAt(data, 'name') ?? username,
      url: username && /^\w{1,50}$/.test(username) ? `https://x.com/${username}` : null,
      picture: wordsAt(data, 'profile_image_url'),
      mail: null,
    }
  },
}
