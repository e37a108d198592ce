import type { Child, FC } from 'hono/jsx'
import type { Assets } from '../assets.ts'
import { paths } from '../paths.ts'
import { Page } from '../ui/page.tsx'
import type { Showing } from '../ui/showing.ts'

export type Framed = { showing: Showing; assets: Assets }

/** Around all pages of somebody who takes part. */
export const Frame: FC<Framed & { title: string; children?: Child }> = props => {
  const { showing, assets, title, children } = props
  return (
    <Page
      showing={showing}
      assets={assets}
      title={title}
      canonical={null}
      here={showing.link(paths.you())}
      skip={showing.say('writing.skip')}
      style={assets.you}
    >
      <div class="narrow you">
        <h1>{title}</h1>
        {children}
      </div>
    </Page>
  )
}

/** What was typed elsewhere, on its way. `leave`: where whoever thinks better of it finds it again. */
export type OnTheWay = { back: string; fields: Record<string, string>; leave: string }

export const Along: FC<{ way: OnTheWay }> = ({ way: { back, fields } }) => (
  <>
    <input type="hidden" name="back" value={back} />
    {Object.entries(fields).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
)
