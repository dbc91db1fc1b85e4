import { ButtonLink } from './button.tsx'
import { Empty } from './empty.tsx'
import { Facts } from './facts.tsx'
import { FilterLinks } from './filter-links.tsx'
import { Notice } from './notice.tsx'
import { Pagination } from './pagination.tsx'
import { Progress } from './progress.tsx'
import { CourseState, Status } from './status.tsx'
import { Table } from './table.tsx'
import { Tag } from './tag.tsx'

const goals = [
  ['Fler ska kunna mötas i sin egen by', 'Utbildningsnämnden', <Status key="s" verdict="met" />, '4'],
  ['Det ska vara enkelt att ta sig till skolan', 'Tekniska nämnden', <Status key="s" verdict="partly" />, '12'],
  ['Äldre ska känna sig trygga hemma', 'Socialnämnden', <Status key="s" verdict="not-met" />, '7'],
  ['Unga ska vilja flytta tillbaka', 'Kommunstyrelsen', <Status key="s" verdict="cannot-be-judged" />, '2'],
] as const

/** Notices, empty places, lists, tables and states. */
export function ShowcaseLists() {
  return (
    <>
      <h3>Besked</h3>
      <Notice kind="good" title="Tack, dina svar är sparade">
        <p>Vi läser dem i vecka 5. Resultatet publiceras senast 2 april 2021.</p>
      </Notice>
      <Notice title="Enkäten är öppen till 29 november">
        <p>Du kan svara utan konto. Det tar ungefär tio minuter.</p>
      </Notice>
      <Notice kind="warn" title="Omgången låses i morgon">
        <p>Tre bedömningar saknar motivering. De kan inte läggas till efter låsningen.</p>
      </Notice>
      <h3>Tomma platser lär ut</h3>
      <Empty title="Här bor teman" who="Analytikern gör teman när de första svaren är lästa." begin={<ButtonLink href="#listornas-delar">Gör det första temat</ButtonLink>}>
        <p>Ett tema samlar det som flera har sagt. Varje tema bär sina röster med sig.</p>
      </Empty>
      <h3>Långt arbete</h3>
      <Progress label="Kodade svar" done={412} all={1570} note="Du kan lämna sidan. Arbetet går att ta upp igen." />
      <h3>Lägen</h3>
      <p className="acts">
        <CourseState standing="done" />
        <CourseState standing="going" />
        <CourseState standing="planned" />
        <CourseState standing="late" />
        <CourseState standing="left-out" />
        <CourseState standing="done">Laga kraft</CourseState>
      </p>
      <p className="acts">
        <Tag>Publicerat</Tag>
        <Tag>Utkast</Tag>
        <Tag kind="asks">2 väntar på dig</Tag>
      </p>
      <h3>Listor</h3>
      <FilterLinks
        label="Visa mål"
        links={[
          { href: '#listornas-delar', label: 'Alla', count: '24', here: true },
          { href: '#alla-mina', label: 'Mina', count: '5' },
          { href: '#alla-sena', label: 'Försenade', count: '1' },
        ]}
      />
      <Table
        cards
        caption="Mål och bedömningar, delår 2026"
        columns={[
          { title: 'Mål', sort: { href: '#sortera-mal', now: 'ascending' } },
          { title: 'Ansvarig', sort: { href: '#sortera-ansvarig' } },
          { title: 'Bedömning' },
          { title: 'Rötter', number: true },
        ]}
        rows={goals}
      />
      <Pagination page={2} pages={9} href={(page) => `#sida-${page}`} />
      <h3>Bred tabell, som rullar i sig själv</h3>
      <Table
        caption="Andel som nämner temat, grupp för grupp"
        columns={[{ title: 'Tema' }, ...['Invånare', 'Medarbetare', 'Förtroendevalda', 'Verkstad', 'Barn och unga', 'Företagare'].map((title) => ({ title, number: true }))]}
        rows={[
          ['Mötesplatser i byarna', '41 %', '38 %', '52 %', '47 %', '63 %', 'för få svar'],
          ['Bussar som går', '35 %', '22 %', '29 %', '30 %', '58 %', '31 %'],
        ]}
      />
      <h3>Uppgifter</h3>
      <Facts
        facts={[
          ['Läge', 'Anslaget från 18 juni 2021'],
          ['Justerat', '17 juni 2021'],
          ['Överklagas till och med', '9 juli 2021'],
        ]}
      />
    </>
  )
}
