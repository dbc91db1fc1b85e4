import { templateHead } from './template-head.ts'

/** Cards to hand out or lay on a counter: a page for each place, ten to cut apart. Data as of the posters. */
export const cardTemplate = `${templateHead}
#set text(size: 9pt)
#set par(leading: 0.5em)
#let card(poster) = block(width: 100%, height: 5.2cm, inset: 4mm, stroke: 0.4pt + luma(150), breakable: false,
  grid(columns: (1fr, 2.7cm), gutter: 3mm,
    [
      #par(text(size: 13pt, weight: "bold", said(data.title)))
      #par(ours(word.aimShort))
      #par(ours[#word.orWrite *#data.address*])
      #par(ours(word.until))
      #par(text(size: 8pt, ours[#swedish(data.municipality). #word.contact: #swedish(data.contact)#if poster.place != "" [ (#swedish(poster.place))]]))
    ],
    ours(image(bytes(poster.qr), format: "svg", width: 2.7cm, alt: word.qrTo + " " + poster.link)),
  ),
)
#for poster in data.posters {
  page(paper: "a4", margin: 1.4cm, {
    heading(level: 1, text(size: 8pt, weight: "regular", ours[#word.cut#if poster.place != "" [: #swedish(poster.place)]]))
    grid(columns: (1fr, 1fr), ..range(10).map(_ => card(poster)))
  })
}
`
