/** Cards to hand out or lay on a counter: a page for each place, ten to cut apart. Data as of the posters. */
export const cardTemplate = `
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title, author: data.municipality)
#set text(font: "Source Sans 3", size: 9pt, lang: "sv", region: "SE")
#set par(leading: 0.5em)
#let card(poster) = block(width: 100%, height: 5.2cm, inset: 4mm, stroke: 0.4pt + luma(150), breakable: false,
  grid(columns: (1fr, 2.7cm), gutter: 3mm,
    [
      #par(text(size: 13pt, weight: "bold", data.title))
      #par[Sikta med kameran i din telefon. Du behöver inte säga vem du är.]
      #par[Eller skriv adressen: *#data.address*]
      #par[Till och med #data.closes.]
      #par(text(size: 8pt)[#data.municipality. Frågor: #data.contact#if poster.place != "" [ (#poster.place)]])
    ],
    image(bytes(poster.qr), format: "svg", width: 2.7cm, alt: "QR-kod till " + poster.link),
  ),
)
#for poster in data.posters {
  page(paper: "a4", margin: 1.4cm, {
    heading(level: 1, text(size: 8pt, weight: "regular", "Kort att klippa isär" + if poster.place != "" { ": " + poster.place } else { "" }))
    grid(columns: (1fr, 1fr), ..range(10).map(_ => card(poster)))
  })
}
`
