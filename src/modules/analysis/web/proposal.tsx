import { Button } from '#ui/button'
import { SelectField, TextArea, TextField } from '#ui/field'
import { Form } from '#ui/form'
import { formatCount } from '#ui/format'
import { Quote } from '#ui/quote'
import { fateWords } from '../proposal-words.ts'

type Wishes = {
  readonly proposal: {
    readonly id: string
    readonly name: string
    readonly description: string
    readonly words: readonly string[]
    readonly statements: number
    readonly fate: 'taken' | 'merged' | 'dropped' | null
    readonly themeId: string | null
    readonly quotes: readonly { readonly text: string; readonly group: string }[]
  }
  readonly themes: readonly { readonly id: string; readonly name: string }[]
  readonly kept: Readonly<Record<string, string>>
  readonly problems: readonly { readonly field: string; readonly text: string }[]
}

/** A proposed theme with its words and quotes, and what can be done with it: take it into the codebook, merge it with a theme, or drop it. */
export function Proposal({ proposal, themes, kept: all, problems }: Wishes) {
  const { id, name, description, words, statements, fate, themeId, quotes } = proposal
  const kept = all.proposalId === id ? all : {}
  const errorOf = (field: string) => (kept.act ? problems.find((problem) => problem.field === field)?.text : undefined)
  return (
    <section aria-labelledby={`forslag-${id}`}>
      <h3 id={`forslag-${id}`}>
        <bdi>{name}</bdi>
      </h3>
      <p>
        {formatCount(statements, 'yttrande', 'yttranden')}
        {words.length > 0 && `. Ord: ${words.join(', ')}`}
      </p>
      {fate !== null ? (
        <p>
          {fateWords[fate]}
          {themeId && `: ${themes.find((theme) => theme.id === themeId)?.name ?? 'ett som inte längre används'}`}.
        </p>
      ) : (
        <>
          {quotes.map(({ text, group }, at) => (
            <Quote key={String(at)} text={text} from={group} />
          ))}
          <details open={kept.act === 'take'}>
            <summary>Gör till ett tema</summary>
            <Form act="take" hidden={{ proposalId: id }}>
              <TextField name="name" label="Namn" value={kept.name ?? name} error={errorOf('name')} maxLength={80} />
              <TextArea name="definition" label="Vad temat är" value={kept.definition ?? description} error={errorOf('definition')} rows={2} maxLength={600} />
              <TextArea name="whenToUse" label="När det används" value={kept.whenToUse ?? ''} error={errorOf('whenToUse')} rows={2} maxLength={600} />
              <TextArea name="whenNot" label="När det inte används" value={kept.whenNot ?? ''} error={errorOf('whenNot')} rows={2} maxLength={600} />
              <Button>Lägg till i kodboken</Button>
            </Form>
          </details>
          <div className="acts">
            {themes.length > 0 && (
              <Form act="merge" hidden={{ proposalId: id }} className="inline">
                <SelectField
                  name="themeId"
                  label="Det är samma som"
                  empty="Välj tema"
                  value={kept.themeId}
                  error={errorOf('themeId')}
                  choices={themes.map((theme) => ({ value: theme.id, label: theme.name }))}
                />
                <Button quiet small>
                  Slå ihop
                </Button>
              </Form>
            )}
            <Form act="drop" hidden={{ proposalId: id }}>
              <Button quiet small>
                Ta bort förslaget
              </Button>
            </Form>
          </div>
        </>
      )}
    </section>
  )
}
