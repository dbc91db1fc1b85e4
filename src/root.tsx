import { isRouteErrorResponse, Links, type LoaderFunctionArgs, Meta, Outlet, useRouteLoaderData } from 'react-router'
import { publicFrame } from '#http/frame'
import { visitOf } from '#http/visit'
import { FaultPage } from './fault-page.tsx'
import styles from './foundation/ui/styles.css?url'

export function loader({ context, request }: LoaderFunctionArgs) {
  const visit = visitOf(context)
  return { frame: publicFrame(visit, request), reference: visit.reference, accent: visit.municipality?.accent }
}

export function links() {
  return [
    { rel: 'stylesheet', href: styles },
    { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  ]
}

/** The whole document. No script is sent, but where a passkey is asked for and where a survey is answered: every page is complete as it comes. */
export function Layout({ children }: { children: React.ReactNode }) {
  const data = useRouteLoaderData<typeof loader>('root')
  return (
    <html lang={data?.frame.language ?? 'sv'}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
        {data?.accent && <link rel="stylesheet" href={`/utseende/${data.accent}.css`} />}
      </head>
      <body>{children}</body>
    </html>
  )
}

export default function Root() {
  return <Outlet />
}

export function ErrorBoundary({ error }: { error: unknown }) {
  const data = useRouteLoaderData<typeof loader>('root')
  return <FaultPage status={isRouteErrorResponse(error) ? error.status : 500} frame={data?.frame} reference={data?.reference} />
}
