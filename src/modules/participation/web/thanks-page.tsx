import { ButtonLink } from '#ui/button'
import { Notice } from '#ui/notice'
import { type Frame, PublicPage } from '#ui/page'
import { ReceiptCode } from '#ui/receipt-code'
import { words } from '../words.ts'

export type Thanks = { readonly code: string; readonly before: boolean; readonly written: readonly { readonly question: string; readonly lines: readonly string[] }[] }

/** What happened, the receipt in big type, one's own words, and what happens next. */
export function ThanksPage({ frame, thanks, promise }: { frame: Frame; thanks: Thanks; promise: string }) {
  const word = words(frame.language)
  return (
    <PublicPage frame={frame} title={thanks.before ? word.alreadySent : word.thanks}>
      <title>{`${thanks.before ? word.alreadySent : word.thanks} – ${frame.municipality}`}</title>
      {thanks.before && (
        <Notice kind="warn">
          <p>{word.alreadySentText}</p>
        </Notice>
      )}
      <h2>{word.receiptTitle}</h2>
      <ReceiptCode code={thanks.code} language={frame.language} />
      <p>{word.receiptHint}</p>
      <p>{word.receiptUse}</p>
      <p className="no-print">
        <ButtonLink href="/folj">{word.follow}</ButtonLink>
      </p>
      <h2>{word.next}</h2>
      <p>{promise}</p>
      {thanks.written.length > 0 && (
        <section>
          <h2>{word.yourAnswer}</h2>
          {thanks.written.map(({ question, lines }) => (
            <div key={question}>
              <h3>{question}</h3>
              <ul>
                {lines.map((line, index) => (
                  <li key={String(index)}>
                    <bdi>{line}</bdi>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </section>
      )}
    </PublicPage>
  )
}
