import { html } from 'hono/html'
import type { FC } from 'hono/jsx'
import type { Entry } from '../../domain/entry.ts'
import { paths } from '../paths.ts'
import type { Showing } from './showing.ts'

/** For those who may write it: what readers do not see, and the way to where it is edited. */
export const EditLine: FC<{ entry: Entry; showing: Showing }> = ({ entry, showing: { say, here } }) => {
  const state = entry.state === 'published' ? '' : html`<strong>${say(`state.${entry.state}`)}</strong> · `
  const whole = say('act.of', { act: say('editor.edit'), title: entry.title })
  return html`<p class="edit">${state}<a href="${paths.editEntry(entry.id, here)}" aria-label="${whole}">${say('editor.edit')}</a></p>`
}
