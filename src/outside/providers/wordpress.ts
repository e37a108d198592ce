import { idAt, type Provider, wordsAt } from './provider.ts'

/**
 * WordPress.com: developer.wordpress.com/docs/oauth2. Its token comes with the id and address of a blog, which say
 * nothing of who somebody is.
 */
export const wordpress: Provider = {
  name: 'wordpress',
  servers: at => {
    const api = at ?? 'https://public-api.wordpress.com'
    return { issuer: api, authorize: `${api}/oauth2/authorize`, token: `${api}/oauth2/token`, api }
  },
  scope: 'auth',
  secretBy: 'post',
  async who({ issuer, api, get }) {
    const told = await get(`${api}/rest/v1.1/me`)
    const isVerified = (told as { email_verified?: unknown }).email_verified === true
    return {
      issuer,
      subject: idAt(told, 'ID'),
      name: wordsAt(told, 'display_name') ?? wordsAt(told, 'username'),
      url: wordsAt(told, 'profile_URL'),
      picture: wordsAt(told, 'avatar_URL'),
      mail: isVerified ? wordsAt(told, 'email') : null,
    }
  },
}
