import type { FC } from 'hono/jsx'
import { allZones, labelOfZone } from '../../../time/zones.ts'
import { paths } from '../../paths.ts'
import type { Showing } from '../showing.ts'
import { countriesNamed, languagesNamed, signLanguages } from './names-typed.ts'

/** More would make the page heavy: script asks for those that begin as what is typed. */
export const mostNames = 500

/**
 * What the fields of entries are completed from, once on a page.
 *
 * @param organisations names of those that are known; where there are too many, script asks for some
 */
export const FormLists: FC<{ showing: Showing; organisations: string[]; tags: string[] }> = ({
  showing,
  organisations,
  tags,
}) => {
  const { say, locale, now } = showing
  return (
    <div hidden>
      <datalist id="zones">
        {allZones().map(zone => (
          <option value={zone}>{labelOfZone(zone, locale, now)}</option>
        ))}
      </datalist>
      <datalist id="countries">
        {countriesNamed(locale).map(([, name]) => (
          <option value={name} />
        ))}
      </datalist>
      <datalist id="language-names">
        {languagesNamed(locale).map(([, name]) => (
          <option value={name} />
        ))}
      </datalist>
      <datalist id="sign-languages">
        {signLanguages.map(tag => (
          <option value={say(`signed.${tag}`)} />
        ))}
      </datalist>
      <datalist
        id="organisation-names"
        data-more={organisations.length < mostNames ? undefined : paths.organisationNames()}
      >
        {organisations.map(name => (
          <option value={name} />
        ))}
      </datalist>
      <datalist id="tag-names">
        {tags.map(name => (
          <option value={name} />
        ))}
      </datalist>
    </div>
  )
}
