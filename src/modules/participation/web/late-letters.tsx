import { formatCount } from '#ui/format'
import { Notice } from '#ui/notice'

/** Letters to residents that our own mail server has not taken yet. None is lost by that. */
export function LateLetters({ count }: { count: number }) {
  if (count === 0) return null
  return (
    <Notice kind="warn" title="Brev som väntar">
      <p>
        {formatCount(count, 'brev väntar', 'brev väntar')} på att vår e-post ska fungera. De går av sig själva då, och inga adresser är borta. Den som sköter installationen ser
        felet i e-postserverns logg.
      </p>
    </Notice>
  )
}
