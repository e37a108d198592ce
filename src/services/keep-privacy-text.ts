import { recordAudit } from '../storage/audit.ts'
import { readSetting, writeSetting } from '../storage/settings.ts'
import type { Store } from '../storage/store.ts'
import type { Db } from '../storage/tables.ts'

const setting = 'privacy-texts'

/** What whoever runs the site adds to its page on privacy, by language: Markdown. */
export async function privacyTexts(db: Db): Promise<Record<string, string>> {
  return JSON.parse((await readSetting(db, setting)) ?? '{}')
}

/** Keeps it in one language; an empty text takes it away. */
export async function keepPrivacyText(
  store: Store,
  language: string,
  text: string,
  { by, at }: { by: { id: string; name: string }; at: number },
): Promise<void> {
  await store.db.transaction().execute(async db => {
    const { [language]: _, ...others } = await privacyTexts(db)
    const texts = text.trim() === '' ? others : { ...others, [language]: text.trim() }
    await writeSetting(db, setting, JSON.stringify(texts))
    await recordAudit(db, { at, who: by, act: 'privacy-text', subject: language })
  })
}
