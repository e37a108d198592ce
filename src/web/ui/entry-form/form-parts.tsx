import type { Child } from 'hono/jsx'
import { DoubtFields } from './doubt-fields.tsx'
import { type FormView, idOf, LineField, LongField, SelectField, typedIn } from './field.tsx'
import type { FormPart } from './form-part.ts'
import { PictureFile } from './picture-file.tsx'
import { attendances, recordings, statuses } from './read.ts'
import { RowFields } from './row-fields.tsx'
import { TextField } from './text-field.tsx'
import { WhenFields } from './when-fields.tsx'

/** Each part of a form. */
export const formParts: Record<FormPart, (view: FormView) => Child> = {
  when: view => <WhenFields view={view} />,
  doubts: view => <DoubtFields view={view} />,
  published: view => (
    <LineField view={view} name="published" label="form.published" type="date" of="published" class="brief" />
  ),
  where: view => (
    <fieldset class="group">
      <legend>{view.showing.say('form.where')}</legend>
      <SelectField
        view={view}
        name="attendance"
        label="form.attendance"
        of="attendance"
        class="brief"
        options={[
          ['', view.showing.say('form.not-told')],
          ...attendances.map((each): [string, string] => [each, view.showing.say(`where.${each}`)]),
        ]}
      />
      <div class="pair">
        <LineField view={view} name="place.name" label="form.place.name" class="wide" />
        <LineField view={view} name="place.country" label="form.place.country" list="countries" of="place" />
      </div>
      <LongField view={view} name="place.address" label="form.place.address" lines={2} class="low" />
      <div class="pair">
        <LineField
          view={view}
          name="place.lat"
          label="form.place.lat"
          type="number"
          hint="form.place.degrees"
        />
        <LineField view={view} name="place.lon" label="form.place.lon" type="number" />
      </div>
    </fieldset>
  ),
  organisations: view => <RowFields view={view} list="organisations" />,
  people: view => <RowFields view={view} list="people" />,
  links: view => <RowFields view={view} list="links" />,
  texts: view => (
    <>
      <TextField view={view} name="note" label="form.note" />
      <TextField view={view} name="summary" label="form.summary" hint="form.summary.hint" />
    </>
  ),
  status: view => (
    <div class="pair">
      <SelectField
        view={view}
        name="status"
        label="form.status"
        of="status"
        options={statuses.map(status => [
          status,
          view.showing.say(status === 'scheduled' ? 'form.status.scheduled' : `status.${status}`),
        ])}
      />
      <LineField
        view={view}
        name="reason"
        label="form.reason"
        hint="form.reason.hint"
        of="statusReason"
        class="wide"
      />
    </div>
  ),
  recording: view => (
    <SelectField
      view={view}
      name="recording"
      label="form.recording"
      of="recording"
      class="brief"
      options={recordings.map(state => [state, view.showing.say(`form.recording.${state}`)])}
    />
  ),
  until: view => (
    <fieldset class="group">
      <legend>{view.showing.say('form.until')}</legend>
      <div class="parts">
        <LineField view={view} name="until.day" label="form.until.day" type="date" of="registrationUntil" />
        <LineField view={view} name="until.clock" label="form.until.clock" type="time" />
        <LineField view={view} name="until.zone" label="form.until.zone" list="zones" />
      </div>
    </fieldset>
  ),
  languages: view => (
    <fieldset class="group">
      <legend>{view.showing.say('form.languages.all')}</legend>
      <LineField
        view={view}
        name="language"
        label="form.language"
        hint="form.language.hint"
        list="language-names"
        complete="one"
        of="language"
      />
      <LineField
        view={view}
        name="languages"
        label="form.languages"
        hint="form.languages.hint"
        list="language-names"
        complete="many"
        of="languages"
      />
      <LineField
        view={view}
        name="interpretation"
        label="form.interpretation"
        list="language-names"
        complete="many"
        of="interpretation"
      />
      <LineField
        view={view}
        name="captions"
        label="form.captions"
        list="language-names"
        complete="many"
        of="captions"
      />
      <LineField
        view={view}
        name="sign"
        label="form.sign"
        list="sign-languages"
        complete="many"
        of="signLanguages"
      />
    </fieldset>
  ),
  tags: view => (
    <LineField
      view={view}
      name="tags"
      label="form.tags"
      hint="form.tags.hint"
      list="tag-names"
      complete="many"
      of="tags"
    />
  ),
  picture: view => (
    <fieldset class="group picture-fields">
      <legend>{view.showing.say('form.picture')}</legend>
      <LineField view={view} name="image" label="form.image" hint="form.image.hint" type="url" of="image" />
      {typedIn(view, 'image').startsWith('/') || !view.sendsFiles ? (
        ''
      ) : (
        <label class="check">
          <input
            type="checkbox"
            name={idOf(view, 'image-keep')}
            value="on"
            checked={typedIn(view, 'image-keep') === 'on'}
          />{' '}
          {view.showing.say('form.image.keep')}
        </label>
      )}
      <PictureFile view={view} />
      <LineField view={view} name="alt" label="form.alt" hint="form.alt.hint" of="imageAlt" />
    </fieldset>
  ),
}
