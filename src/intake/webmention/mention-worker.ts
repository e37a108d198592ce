import { answerApart } from '../answer-apart.ts'
import { readText } from '../read-text.ts'
import { endpointOf } from './endpoint.ts'
import type { MentionAsked } from './mention-apart.ts'
import { readMentionSource } from './source.ts'

/** Pages of others that are asked where they take webmentions, or whether they link to one of ours. */
answerApart((asked: MentionAsked) => {
  const { bytes, contentType, url } = asked
  const declared = /;\s*charset=\s*"?([\w.:-]{2,40})/i.exec(contentType ?? '')?.[1]
  const { text } = readText(bytes, declared ? { declared } : {})
  if ('link' in asked) return { endpoint: endpointOf({ link: asked.link, html: text, url }) }
  return readMentionSource(text, { contentType, url, target: asked.target })
})
