import { Acts, Button, ButtonLink } from './button.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { CheckboxGroup, CheckField, DayField, LinesField, RadioGroup, SelectField, TextArea, TextField } from './field.tsx'
import { Form, scopeOf } from './form.tsx'
import { ReceiptCode } from './receipt-code.tsx'
import { TwoTexts } from './two-texts.tsx'

const places = [
  { value: 'ange', label: 'Ånge' },
  { value: 'fransta', label: 'Fränsta' },
  { value: 'torpshammar', label: 'Torpshammar' },
  { value: 'ovrigt', label: 'Någon annanstans', hint: 'Även om du har hus här en del av året.' },
]

/** What one writes in and sends, as it comes and after a refusal. */
export function ShowcaseForms() {
  return (
    <>
      <h3>Fält som de kommer</h3>
      <Form act="visning-tom">
        <TextArea name="keep" label="Vad är bra här och ska finnas kvar?" hint="Skriv en tanke på varje rad. Skriv inga namn på personer." />
        <LinesField
          name="ideas"
          label="Vad saknas i dag som du vill ha om tio år?"
          hint="En sak i varje ruta. Lämna tomt det du inte behöver."
          line={(row) => `Sak ${row}`}
          values={['En bastu vid sjön']}
        />
        <RadioGroup name="place" label="Var bor du?" choices={places} value="torpshammar" />
        <CheckboxGroup
          name="about"
          label="Vad handlar det om?"
          hint="Välj så många du vill."
          choices={[
            { value: 'school', label: 'Skola' },
            { value: 'care', label: 'Vård och omsorg' },
            { value: 'work', label: 'Jobb' },
          ]}
          values={['school', 'work']}
        />
        <CheckboxGroup
          name="themes"
          label="Vilka teman?"
          choices={['Mötesplatser', 'Bussar och tåg', 'Skola', 'Vård och omsorg', 'Natur', 'Jobb', 'Bostäder', 'Kultur', 'Trygghet', 'Delaktighet'].map((label) => ({
            value: label,
            label,
          }))}
          values={['Natur']}
        />
        <SelectField name="organ" label="Organ" choices={[{ value: 'kf', label: 'Kommunfullmäktige' }]} empty="Välj ett organ" />
        <DayField name="day" label="Mötets dag" value="2021-06-14" />
        <TextField name="code" label="Kvittokod" hint="Den stod på sidan efter att du skickat dina svar." exact />
        <CheckField name="known" label="Jag har läst hur svaren används" checked />
        <Acts>
          <Button>Skicka mina svar</Button>
          <Button quiet name="save" value="ja">
            Spara och fortsätt senare
          </Button>
        </Acts>
      </Form>
      <h3>Efter ett fel</h3>
      <ErrorSummary
        focus={false}
        scope={scopeOf('visning-fel')}
        problems={[
          { field: 'title', text: 'Skriv vad ärendet gäller' },
          { field: 'organ', text: 'Välj det organ som beslutar' },
          { field: 'day', text: 'Skriv en dag som finns, till exempel 2021-06-14' },
        ]}
      />
      <Form act="visning-fel">
        <TextField name="title" label="Vad ärendet gäller" error="Skriv vad ärendet gäller" />
        <RadioGroup
          name="organ"
          label="Organ"
          error="Välj det organ som beslutar"
          choices={[
            { value: 'ks', label: 'Kommunstyrelsen' },
            { value: 'kf', label: 'Kommunfullmäktige' },
          ]}
        />
        <DayField name="day" label="Mötets dag" hint="Dagen då organet sammanträdde." error="Skriv en dag som finns, till exempel 2021-06-14" value="2021-02-31" />
        <Button>Öppna ärendet</Button>
      </Form>
      <h3>Knappar</h3>
      <Acts>
        <ButtonLink href="#formularens-delar">Börja svara</ButtonLink>
        <ButtonLink href="#formularens-delar" quiet>
          Läs förslaget
        </ButtonLink>
        <ButtonLink href="#formularens-delar" small>
          Lås omgången
        </ButtonLink>
        <ButtonLink href="#formularens-delar" grave>
          Gallra svaren för gott
        </ButtonLink>
      </Acts>
      <h3>Kvittokod</h3>
      <ReceiptCode code="K7TM-3QXA-9FHC" />
      <h3>Två texter</h3>
      <TwoTexts now="Vi är en plats där ingen by är för liten." yours="Vi är en plats där varje by räknas." by="Ändrat av Karin Exempel, processledare, 12 maj 2021 14:05" />
    </>
  )
}
