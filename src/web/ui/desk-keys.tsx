import type { FC } from 'hono/jsx'
import type { Showing } from './showing.ts'

/** Which keys do what. Shown by script alone, which is what listens to them. */
export const DeskKeys: FC<{ showing: Showing; of: DeskList }> = ({ showing, of }) => {
  const { say } = showing
  return (
    <>
      <p class="show-keys" hidden>
        <button class="quiet" type="button">
          {say('keys.show')}
        </button>
      </p>
      <dialog class="keys" id="keys" aria-labelledby="keys-title">
        <h2 id="keys-title">{say('keys.title')}</h2>
        <dl>
          {keys
            .filter(({ only }) => only === undefined || only === of)
            .map(({ names, does }) => (
              <div>
                <dt>
                  {names.map(name => (
                    <>
                      <kbd>{name}</kbd>{' '}
                    </>
                  ))}
                </dt>
                <dd>{say(`keys.${does}`)}</dd>
              </div>
            ))}
        </dl>
        <p>
          <label>
            <input type="checkbox" id="keys-on" checked /> {say('keys.on')}
          </label>
        </p>
        <form method="dialog">
          <button class="act" type="submit">
            {say('keys.close')}
          </button>
        </form>
      </dialog>
    </>
  )
}

type DeskList = 'tasks' | 'story' | 'day' | 'comments'

type DeskKey = {
  names: string[]
  does: 'next' | 'previous' | 'open' | 'choose' | 'move' | 'find' | 'paste' | 'fix' | 'decide' | 'help'
  /** The page on which alone it does anything. */
  only?: DeskList
}

const keys: DeskKey[] = [
  { names: ['j', '↓'], does: 'next' },
  { names: ['k', '↑'], does: 'previous' },
  { names: ['Enter'], does: 'open' },
  { names: ['a', 's', 'd', 'x', 'z'], does: 'decide', only: 'comments' },
  { names: ['x'], does: 'choose', only: 'story' },
  { names: ['Alt + ↑', 'Alt + ↓'], does: 'move', only: 'story' },
  { names: ['/'], does: 'find', only: 'story' },
  { names: ['p'], does: 'paste', only: 'tasks' },
  { names: ['s', 'r', 'a', '+', '-', 'c', 'h'], does: 'fix', only: 'day' },
  { names: ['?'], does: 'help' },
]
