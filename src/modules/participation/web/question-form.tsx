import { Button } from '#ui/button'
import { CheckField, DayField, FileField, SelectField, TextArea, TextField } from '#ui/field'
import { Form } from '#ui/form'
import { filledLines } from '../rules/choice-lines.ts'
import type { QuestionKind } from '../rules/question.ts'
import { axisWords, stanceWords } from '../words.ts'
import type { FieldProblem } from './question-sent.ts'

type Wishes = {
  readonly kind: QuestionKind
  readonly hidden: Record<string, string>
  readonly kept: Readonly<Record<string, string>>
  readonly problems: readonly FieldProblem[]
  /** The question begins a new part, whose heading is asked for first. */
  readonly beginsPart?: boolean
  readonly button: string
}
type Field = (name: string) => { readonly name: string; readonly value: string | undefined; readonly error: string | undefined }
type Part = { readonly kind: QuestionKind; readonly field: Field; readonly kept: Wishes['kept'] }

/** The fields of a question: those that its kind has, and no others. */
export function QuestionForm({ kind, hidden, kept, problems, beginsPart, button }: Wishes) {
  const field: Field = (name) => ({ name, value: kept[name], error: problems.find((problem) => problem.field === name)?.text })
  const isText = kind === 'information'
  const wrong = (...names: string[]) => problems.some((problem) => names.includes(problem.field)) || undefined
  const english = [...Object.keys(kept), ...problems.map((problem) => problem.field)].filter((name) => name.endsWith('English'))
  return (
    <Form hidden={hidden} upload={kind === 'picture'}>
      {beginsPart && <TextField {...field('sectionHeading')} label="Delens rubrik" hint="Den nya delen blir en egen sida i enkäten och börjar med den här frågan." />}
      <TextField {...field('wording')} label={isText ? 'Rubrik' : 'Frågan'} />
      {isText ? <TextArea {...field('hint')} label="Texten" /> : <TextField {...field('hint')} label="Hjälp till frågan, om det behövs" />}
      <ChoiceFields kind={kind} field={field} kept={kept} />
      <LimitFields kind={kind} field={field} kept={kept} />
      {!isText && (
        <CheckField
          name="required"
          label="Måste besvaras"
          hint="Använd det sällan. Den som inte kan eller vill svara skickar då ingenting alls."
          checked={kept.required !== undefined}
        />
      )}
      {!isText && (
        <details open={wrong('stance', 'axis')}>
          <summary>Hur svaren räknas</summary>
          <SelectField {...field('axis')} label="Vad den gäller" hint="Svar om platsen och svar om arbetsplatsen räknas aldrig ihop." choices={choicesOf(axisWords)} />
          <SelectField {...field('stance')} label="Vad ett svar betyder" empty="Inget bestämt" choices={choicesOf(stanceWords)} />
        </details>
      )}
      {!beginsPart && (
        <details open={wrong('sectionHeading', 'sectionHeadingEnglish') ?? Boolean(kept.sectionHeading)}>
          <summary>Låt en ny del börja här</summary>
          <TextField {...field('sectionHeading')} label="Delens rubrik" hint="Varje del blir en egen sida. Lämna tomt om frågan hör till delen före." />
          <TextField {...field('sectionHeadingEnglish')} label="Delens rubrik på engelska" />
        </details>
      )}
      <details open={wrong(...english) ?? Boolean(kept.wordingEnglish)}>
        <summary>På engelska</summary>
        <p>Översätt alla frågor i dialogen, eller ingen. Den som läser på engelska ser annars den svenska texten.</p>
        <TextField {...field('wordingEnglish')} label={isText ? 'Rubrik på engelska' : 'Frågan på engelska'} />
        {isText ? <TextArea {...field('hintEnglish')} label="Texten på engelska" /> : <TextField {...field('hintEnglish')} label="Hjälp på engelska" />}
        {kind === 'matrix' && <TextArea {...field('rowsEnglish')} label="Raderna på engelska" hint="En på varje rad, i samma ordning." />}
        {hasChoices(kind) && <TextArea {...field('choicesEnglish')} label="Valen på engelska" hint="Ett på varje rad, i samma ordning." />}
        {kind === 'scale' && <TextField {...field('leastLabelEnglish')} label="Det lägsta på engelska" short />}
        {kind === 'scale' && <TextField {...field('mostLabelEnglish')} label="Det högsta på engelska" short />}
        {kind === 'number' && <TextField {...field('unitEnglish')} label="Enheten på engelska" short />}
        {beginsPart && <TextField {...field('sectionHeadingEnglish')} label="Delens rubrik på engelska" />}
      </details>
      <Button>{button}</Button>
      {kind === 'picture' && <PictureFields field={field} kept={kept} />}
    </Form>
  )
}

function ChoiceFields({ kind, field, kept }: Part) {
  if (!hasChoices(kind)) return null
  const keeps = kept.choices ? ' Du kan ändra orden: valet är ändå detsamma.' : ''
  const label = kind === 'matrix' ? 'Svar att välja på, ett på varje rad' : kind === 'place' ? 'Platser, en på varje rad' : 'Val, ett på varje rad'
  return (
    <>
      {kind === 'matrix' && <TextArea {...field('rows')} label="Det man svarar om, en sak på varje rad" rows={6} />}
      <TextArea {...field('choices')} label={label} hint={kind === 'matrix' ? undefined : `Minst två, i den ordning de ska stå.${keeps}`} rows={6} />
      {kind === 'picture' && (
        <TextArea
          {...field('pictures')}
          label="Bildernas adresser, en på varje rad"
          hint="Ladda upp bilderna längst ned på sidan, så fylls adresserna i. En för varje val, i samma ordning."
        />
      )}
      {kind === 'several' && (
        <TextField {...field('alone')} label="Ett val som inte går ihop med de andra, om det finns" hint="Till exempel Inget av det här. Skriv det precis som bland valen." />
      )}
      {(kind === 'one' || kind === 'several') && (
        <CheckField name="other" label="Lägg till Annat, nämligen" hint="Då kan man också svara med egna ord." checked={kept.other !== undefined} />
      )}
    </>
  )
}

/** After the button, so that Enter in a field above sends the question and not a picture. */
function PictureFields({ field, kept }: Pick<Part, 'field' | 'kept'>) {
  const [labels, addresses] = [filledLines(kept.choices ?? ''), filledLines(kept.pictures ?? '')]
  return (
    <section>
      <h2>Ladda upp en bild</h2>
      {addresses.length > 0 && (
        <ul className="rows">
          {addresses.map((address, index) => (
            <li key={address}>
              <img className="choice-picture" src={address} alt="" width="240" height="160" />
              {labels[index]}
            </li>
          ))}
        </ul>
      )}
      <FileField
        {...field('file')}
        label="Bild"
        hint="PNG, JPEG eller WebP, högst 5 MB. Den görs liten, och allt annat än själva bilden tas bort ur filen. Den som har bildens adress kan se den."
        accept="image/png,image/jpeg,image/webp"
      />
      <TextField {...field('alt')} label="Vad bilden visar" hint="Blir valets ord om inget val väntar på en bild. Till exempel: Torget med träd." />
      <Button quiet name="act" value="picture">
        Ladda upp bilden
      </Button>
      <p>
        <a href="/arbete/bilder">Se alla bilder som är uppladdade</a>
      </p>
    </section>
  )
}

function LimitFields({ kind, field, kept }: Part) {
  const number = { inputMode: 'numeric', short: true } as const
  switch (kind) {
    case 'lines':
      return (
        <>
          <TextField {...field('maxLines')} {...number} label="Högst så många rader" hint="Från 1 till 10." value={kept.maxLines || '3'} />
          <TextField {...field('longest')} {...number} label="Längsta raden i tecken, om den ska vara kort" />
        </>
      )
    case 'text':
      return <TextField {...field('longest')} {...number} label="Högst så många tecken" hint="Lämna tomt för 5 000." />
    case 'several':
      return (
        <>
          <TextField {...field('least')} {...number} label="Minst så många val, om det behövs" />
          <TextField {...field('most')} {...number} label="Högst så många val, om det behövs" />
        </>
      )
    case 'ranking':
      return <TextField {...field('most')} {...number} label="Så många platser, om inte alla ska rangordnas" />
    case 'scale':
      return (
        <>
          <TextField {...field('least')} {...number} label="Lägsta steget" value={kept.least || '1'} />
          <TextField {...field('leastLabel')} label="Vad det lägsta betyder" short />
          <TextField {...field('most')} {...number} label="Högsta steget" value={kept.most || '5'} />
          <TextField {...field('mostLabel')} label="Vad det högsta betyder" short />
        </>
      )
    case 'number':
      return (
        <>
          <TextField {...field('least')} inputMode="decimal" short label="Minsta talet, om det finns" />
          <TextField {...field('most')} inputMode="decimal" short label="Största talet, om det finns" />
          <CheckField name="whole" label="Bara hela tal" checked={kept.whole !== undefined} />
          <TextField {...field('unit')} label="Enhet" hint="Till exempel minuter eller personer." short />
        </>
      )
    case 'date':
      return (
        <>
          <DayField {...field('earliest')} label="Första dagen man kan välja, om det finns" />
          <DayField {...field('latest')} label="Sista dagen man kan välja, om det finns" />
        </>
      )
    case 'place':
      return (
        <CheckField
          name="point"
          label="Visa också kommunens karta"
          hint="Då kan man välja en ruta i stället för en plats i listan. Kartan laddas under Inställningar, Platser."
          checked={kept.point !== undefined}
        />
      )
    default:
      return null
  }
}

function hasChoices(kind: QuestionKind): boolean {
  return ['one', 'several', 'matrix', 'ranking', 'place', 'picture'].includes(kind)
}

function choicesOf(words: Record<string, string>) {
  return Object.entries(words).map(([value, label]) => ({ value, label }))
}
