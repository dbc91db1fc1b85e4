import { templateHead } from './template-head.ts'

/** A poster a page, one for each place. Data as JSON: title, place by place its link and QR code; languages as on the form. */
export const posterTemplate = `${templateHead}
#set text(size: 20pt)
#for poster in data.posters {
  page(
    paper: "a4", margin: 2.2cm,
    footer: [#set text(size: 12pt); #ours[#swedish(data.municipality). #word.contact: #swedish(data.contact)]],
    {
      if poster.place != "" { text(size: 26pt, swedish(poster.place)); v(0.2em) }
      heading(level: 1, text(size: 40pt, said(data.title)))
      v(1em)
      par(ours(word.aim))
      v(1fr)
      align(center, ours(image(bytes(poster.qr), format: "svg", width: 11cm, alt: word.qrTo + " " + poster.link)))
      v(1fr)
      par(ours[#word.orWrite *#data.address*])
      par(ours(word.answerBy))
    },
  )
}
`
