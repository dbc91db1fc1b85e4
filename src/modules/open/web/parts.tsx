import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { signedInVisit } from '#http/visit'
import { Showcase } from '#ui/showcase'
import { WorkroomPage } from '#ui/workroom-page'

export function loader({ context, request }: LoaderFunctionArgs) {
  return { frame: workroomFrame(signedInVisit(context, request), request) }
}

/** Every part of the design system in every state, for those who build pages and for those who judge them. */
export default function Parts() {
  const { frame } = useLoaderData<typeof loader>()
  return (
    <WorkroomPage frame={frame} title="Så ser allt ut">
      <title>Så ser allt ut</title>
      <Showcase />
    </WorkroomPage>
  )
}
