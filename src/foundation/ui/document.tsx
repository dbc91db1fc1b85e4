import type { ReactNode } from 'react'
import type { Language } from './catalogue.tsx'
import styles from './styles.css?url'

/** The whole document. No script is sent, but where a passkey is asked for and where a survey is answered: every page is complete as it comes. */
export function Document({ language = 'sv', accent, children }: { language?: Language | undefined; accent?: string | undefined; children: ReactNode }) {
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href={styles} />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        {accent && <link rel="stylesheet" href={`/utseende/${accent}.css`} />}
      </head>
      <body>{children}</body>
    </html>
  )
}
