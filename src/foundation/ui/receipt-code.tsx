import type { Language } from './catalogue.tsx'
import { words } from './words.tsx'

/** A receipt code in big type and small groups, so that it can be read aloud and written down. One click marks the whole. */
export function ReceiptCode({ code, language = 'sv', label = words(language).yourCode }: { code: string; language?: Language; label?: string }) {
  const groups = code.includes('-') ? code.split(/(?<=-)/) : (code.match(/.{1,4}/g) ?? [code])
  return (
    <p className="receipt">
      <span className="receipt-label">{label}</span>
      <span className={code.includes('-') ? 'receipt-code' : 'receipt-code apart'} translate="no" dir="ltr">
        {groups.map((group, index) => (
          <span key={`${String(index)}${group}`}>{group}</span>
        ))}
      </span>
    </p>
  )
}
