import type { Kind } from '../../../domain/finding.ts'
import { addLink, addOrganisation, kindOfTitle, newDraft } from '../drafts/draft.ts'
import { ownRole } from '../drafts/own-role.ts'
import { hasUrl, type Story, tell } from '../drafts/story-state.ts'
import { looksLikeName } from '../parties/parties.ts'
import type { Passage } from '../passages/passage.ts'
import { cleanTitle, isTitle } from '../titles/titles.ts'

/** `Example Network: “Our statement on …” – https://…`: who, what, and where it stands. */
export function readAttributed(story: Story, passage: Passage, listed?: Kind): boolean {
  const match =
    /^(\p{Lu}[^:“”"„«\n]{1,60}):\s*[“"„«]([^“”"„«»\n]{4,200})[”"“»][\s–—-]*(?:https?:\/\/\S+)?$/u.exec(
      passage.text,
    )
  const link = passage.links[0]
  if (!match || !link || passage.links.some(one => one.url !== link.url) || hasUrl(story, link.url))
    return false
  const title = cleanTitle(match[2]!)
  if (!isTitle(title)) return false
  const kind = kindOfTitle(title) ?? (listed && listed !== 'event' ? listed : 'article')
  const draft = newDraft(kind, title, passage.text)
  const name = match[1]!.trim()
  if (kind === 'article' && looksLikeName(name)) draft.finding.people = [{ name, role: 'author' }]
  else addOrganisation(draft, name)
  addLink(draft, link.url, ownRole(kind, link.url, null))
  draft.notes.push(passage.text)
  tell(story, draft)
  return true
}
