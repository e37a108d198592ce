import { privacyTexts } from '../../services/keep-privacy-text.ts'
import { type Parts, readerOf, type Visit } from '../show.ts'
import { sendOnce } from '../ui/send.tsx'
import { showingOf } from '../ui/showing.ts'
import { firstLanguage, languages } from '../words.ts'
import { privacyFacts } from './facts.ts'
import { PrivacyPage } from './privacy-page.tsx'

export async function showPrivacy(c: Visit, parts: Parts): Promise<Response> {
  const { config, store, assets } = parts
  const showing = showingOf(readerOf(c, parts), 'UTC')
  const { say, language, locale } = showing
  const list = new Intl.ListFormat(locale, { type: 'disjunction' })
  const texts = await privacyTexts(store.db)
  const told = [language, firstLanguage, ...Object.keys(texts)].find(each => texts[each])
  const own = told === undefined ? null : { text: texts[told]!, lang: langTag(told, language) }
  const contact = config.mail?.from?.address ?? null
  const facts = privacyFacts(config, say, words => list.format(words))
  return sendOnce(
    c,
    parts,
    <PrivacyPage {...{ showing, assets, facts, own, contact }} baseUrl={config.baseUrl} />,
  )
}

function langTag(told: string, language: string): string | undefined {
  return told === language ? undefined : languages[told as keyof typeof languages]?.tag
}
