import type { ReactNode } from 'react'
import { isRouteErrorResponse, type LoaderFunctionArgs, Outlet, useRouteLoaderData } from 'react-router'
import { publicFrame } from '#http/frame'
import { visitOf } from '#http/visit'
import { Document } from '#ui/document'
import { FaultPage } from './fault-page.tsx'

export function loader({ context, request }: LoaderFunctionArgs) {
  const visit = visitOf(context)
  return { frame: publicFrame(visit, request), reference: visit.reference, accent: visit.municipality?.accent }
}

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>('root')
  return (
    <Document language={data?.frame.language} accent={data?.accent}>
      {children}
    </Document>
  )
}

export default function Root() {
  return <Outlet />
}

export function ErrorBoundary({ error }: { error: unknown }) {
  const data = useRouteLoaderData<typeof loader>('root')
  return <FaultPage status={isRouteErrorResponse(error) ? error.status : 500} frame={data?.frame} reference={data?.reference} />
}
