import { idAt, type Provider, wordsAt } from './provider.ts'

/**
 * GitHub: docs.github.com, authorizing OAuth apps. Without a scope it tells what is public. The name in an address can be
 * given up and taken by somebody else, the number cannot.
 */
export const github: Provider = {
  name: 'github',
  servers: at => {
    const site = at ?? 'https://github.com'
    return {
      issuer: `${site}/login/oauth`,
      authorize: `${site}/login/oauth/authorize`,
      token: `${site}/login/oauth/access_token`,
      api: at ? `${at}/api/v3` : 'https://api.github.com',
    }
  },
  scope: null,
  secretBy: 'post',
  mend,
  async who({ issuer, api, get }) {
    const told = await get(`${api}/user`)
    return {
      issuer,
      subject: idAt(told, 'id'),
      name: wordsAt(told, 'name') ?? wordsAt(told, 'login'),
      url: wordsAt(told, 'html_url'),
      picture: wordsAt(told, 'avatar_url'),
      mail: null,
    }
  },
}

/** It tells errors with status 200, and writes as a form what was asked for as JSON where it does not mind what was asked for. */
async function mend(answer: Response): Promise<Response> {
  const text = await answer.text()
  const isForm = answer.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded')
  const body = isForm ? JSON.stringify(Object.fromEntries(new URLSearchParams(text))) : text
  const isError = answer.status === 200 && /^\s*\{[^{}]*"error"\s*:/.test(body)
  return new Response(body, {
    status: isError ? 400 : answer.status,
    headers: { 'content-type': isForm ? 'application/json' : (answer.headers.get('content-type') ?? '') },
  })
}
