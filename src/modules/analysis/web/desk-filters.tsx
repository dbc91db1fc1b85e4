import { sourceWords } from '#participation/words'
import { CheckboxGroup, SelectField, TextField } from '#ui/field'
import { FilterLinks } from '#ui/filter-links'
import { deskPages, deskStateWords } from '../desk-words.ts'
import type { FilterReading } from '../read-desk-filter.ts'
import { addressOf, deskStates, stateValue } from '../rules/desk-filter.ts'

/** The pages of the desk. One statement at a time and the list keep the filter. */
export function DeskPages({ here, filter }: { here: (typeof deskPages)[number][0]; filter?: FilterReading['filter'] }) {
  return (
    <FilterLinks label="Kodningens sidor" links={deskPages.map(([path, label], at) => ({ href: filter && at < 2 ? addressOf(path, filter) : path, label, here: path === here }))} />
  )
}

/** What to look at, as a form that makes an address. It opens by itself when something is narrowed. */
export function DeskFilters({ path, filter, choices, themes, allThemes, hasDiffering }: FilterReading & { path: string }) {
  const asChoice = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name })
  const { source, group, place, question, theme, sought, alike, state } = filter
  const isNarrowed = [source, group, place, question, theme, sought, alike].some((value) => value !== undefined)
  const headed = themes.flatMap(({ themes: under }) => under)
  const others = allThemes.filter(({ id }) => !headed.some((each) => each.id === id))
  return (
    <details open={isNarrowed}>
      <summary>Välj vad du ser</summary>
      <form method="get" action={path} className="desk-filter">
        {alike && <CheckboxGroup name="likt" label="Bara det som liknar" choices={[{ value: alike, label: 'Yttrandet som du utgick från' }]} values={[alike]} />}
        <TextField name="sok" label="Sök ord" hint="Hittar böjningar och sammansättningar." type="search" value={sought} />
        <SelectField
          name="lage"
          label="Läge"
          value={stateValue(state)}
          choices={deskStates.filter((each) => each !== 'differing' || hasDiffering).map((each) => ({ value: stateValue(each), label: deskStateWords[each] }))}
        />
        <SelectField name="tema" label="Tema, med det som ligger under" value={theme} empty="Alla teman" choices={[...headed, ...others].map(asChoice)} />
        <SelectField name="fraga" label="Fråga" value={question} empty="Alla frågor" choices={choices.questions.map(asChoice)} />
        <SelectField name="grupp" label="Grupp" value={group} empty="Alla grupper" choices={choices.groups.map(asChoice)} />
        {choices.places.length > 0 && <SelectField name="plats" label="Plats" value={place} empty="Alla platser" choices={choices.places.map(asChoice)} />}
        <SelectField
          name="kanal"
          label="Väg in"
          value={source}
          empty="Alla vägar in"
          choices={choices.sources.map((each) => ({ value: each, label: sourceWords[each as keyof typeof sourceWords] ?? each }))}
        />
        <div className="acts">
          <button type="submit" className="small">
            Visa
          </button>
          {(isNarrowed || state !== 'uncoded') && <a href={path}>Rensa</a>}
        </div>
      </form>
    </details>
  )
}

/** A text with the parts that carry a theme marked. */
export function MarkedText({ pieces }: { pieces: readonly { readonly text: string; readonly names: readonly string[] }[] }) {
  return (
    <bdi>
      {pieces.map(({ text, names }, at) =>
        names.length === 0 ? (
          text
        ) : (
          <mark key={String(at)} title={names.join(', ')}>
            {text}
          </mark>
        ),
      )}
    </bdi>
  )
}
