import { listenToCards } from './desk/cards.ts'
import { startCopying } from './desk/copy.ts'
import { watchOverDay } from './desk/day.ts'
import { EntryForm } from './desk/entry-form.ts'
import { ExportUpload } from './desk/export-upload.ts'
import { KeepTyping } from './desk/keep-typing.ts'
import { listenToKeys } from './desk/keys.ts'
import { MarkdownField } from './desk/markdown-field.ts'
import { sayMoments } from './desk/moments.ts'
import { fillOwnZone } from './desk/own-zone.ts'
import { startPasskeys } from './desk/passkeys.ts'
import { listenToPaste } from './desk/paste.ts'
import { keepRenewed } from './desk/renewed.ts'
import { startStory } from './desk/story.ts'
import { dropSaved } from './desk/typed.ts'

/** What script adds to the desk's pages. Every part works without it. */
dropSaved()
// What a form is filled with by itself nobody typed.
fillOwnZone()
customElements.define('keep-typing', KeepTyping)
customElements.define('entry-form', EntryForm)
customElements.define('markdown-field', MarkdownField)
customElements.define('export-upload', ExportUpload)
startPasskeys()
listenToKeys()
startStory()
keepRenewed()
sayMoments()
watchOverDay()
listenToPaste()
listenToCards()
startCopying()
