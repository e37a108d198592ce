import { idAt, type Provider, wordsAt } from './provider.ts'

/** Google: developers.google.com/identity/openid-connect. A mail address counts only where it is said to be verified. */
export const google: Provider = {
  name: 'google',
  servers: at => ({ discover: at ?? 'https://accounts.google.com' }),
  scope: 'openid profile email',
  secretBy: 'post',
  async who({ issuer, claims }) {
    return {
      issuer,
      subject: idAt(claims, 'sub'),
      name: wordsAt(claims, 'name'),
      url: null,
      picture: wordsAt(claims, 'picture'),
      mail: claims?.email_verified === true ? wordsAt(claims, 'email') : null,
    }
  },
}
