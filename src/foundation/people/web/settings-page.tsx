import type { ReactNode } from 'react'
import { ErrorSummary } from '#ui/error-summary'
import { FilterLinks } from '#ui/filter-links'
import { formatInstant } from '#ui/format'
import { type WorkroomFrame, WorkroomPage } from '#ui/workroom-page'

const subjects: readonly (readonly [href: string, label: string])[] = [
  ['/arbete/installningar', 'Namn och färg'],
  ['/arbete/installningar/ord', 'Ord'],
  ['/arbete/installningar/organ', 'Organ'],
  ['/arbete/installningar/platser', 'Platser'],
  ['/arbete/installningar/gallring', 'Gallring'],
  ['/arbete/installningar/troskel', 'Minsta antal'],
  ['/arbete/installningar/sprak', 'Språk'],
]

/** The links between the subjects of the settings. */
export function SettingsLinks({ path }: { path: string }) {
  return <FilterLinks label="Inställningar" links={subjects.map(([href, label]) => ({ href, label, here: path === href }))} />
}

type Wishes = {
  readonly frame: WorkroomFrame
  readonly title: string
  readonly lead: ReactNode
  readonly problems?: readonly { readonly field: string; readonly text: string }[]
  readonly scope?: string | undefined
  readonly children: ReactNode
}

/** The page of one subject of the settings. */
export function SettingsPage({ frame, title, lead, problems = [], scope, children }: Wishes) {
  return (
    <WorkroomPage frame={frame} title={title} lead={lead}>
      <title>{`${title}, inställningar`}</title>
      <SettingsLinks path={frame.path} />
      <ErrorSummary problems={problems} scope={scope} />
      {children}
    </WorkroomPage>
  )
}

/** What was changed, by whom and when, the latest first. */
export function Changes({ changes }: { changes: readonly { readonly id: string; readonly what: ReactNode; readonly setBy: string; readonly setAt: string }[] }) {
  if (changes.length === 0) return null
  return (
    <section>
      <h2>Ändringar</h2>
      <ul className="rows">
        {changes.map(({ id, what, setBy, setAt }) => (
          <li key={id}>
            {what}{' '}
            <span className="soft">
              {setBy}, {formatInstant(setAt)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
