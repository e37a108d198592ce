import { createHmac } from 'node:crypto'
import { idAt, type Provider, wordsAt } from './provider.ts'

/** Each version of the Graph API is there for two years at least: developers.facebook.com/docs/graph-api/changelog. */
const version = 'v24.0'

/**
 * Facebook Login, the flow by hand: developers.facebook.com/docs/facebook-login/guides/advanced/manual-flow. The id is
 * one for this site alone. Whoever signs in may keep their mail address to themselves.
 */
export const facebook: Provider = {
  name: 'facebook',
  servers: at => ({
    issuer: at ?? 'https://www.facebook.com',
    authorize: `${at ?? 'https://www.facebook.com'}/${version}/dialog/oauth`,
    token: `${at ?? 'https://graph.facebook.com'}/${version}/oauth/access_token`,
    api: `${at ?? 'https://graph.facebook.com'}/${version}`,
  }),
  scope: 'public_profile email',
  secretBy: 'post',
  async who({ issuer, api, token, secret, get }) {
    // Shows that the token is used by the site it was given to.
    const proof = createHmac('sha256', secret).update(token).digest('hex')
    const told = await get(
      `${api}/me?fields=id,name,email,picture.width(200).height(200)&appsecret_proof=${proof}`,
    )
    const { data } = ((told as { picture?: unknown }).picture ?? {}) as { data?: { is_silhouette?: unknown } }
    return {
      issuer,
      subject: idAt(told, 'id'),
      name: wordsAt(told, 'name'),
      url: null,
      picture: data?.is_silhouette === true ? null : wordsAt(data, 'url'),
      mail: wordsAt(told, 'email'),
    }
  },
}
