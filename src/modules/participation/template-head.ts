/**
 * What the templates of paper begin with. What people wrote is `{text, lang}`; our own words are in `data.words`, in the language `data.speaks`.
 * The document is in the language that was chosen (`data.lang`) and runs as that does (`data.runs`), also where a line is in Swedish.
 */
export const templateHead = `
#let data = json(bytes(sys.inputs.data))
#let word = data.words
#let tongue(tag) = { let lang = tag.split("-").first(); (lang: lang, region: if lang == "sv" { "SE" } else { none }) }
#let said(spoken) = text(..tongue(spoken.lang), spoken.text)
#let ours(body) = text(..tongue(data.speaks), body)
#let swedish(body) = text(..tongue("sv"), body)
#set document(title: data.title.text, author: data.municipality)
#set text(font: ("Source Sans 3", "Noto Sans Arabic", "Noto Sans Hebrew", "Noto Sans Ethiopic"), ..tongue(data.lang))
#let side = if data.runs == "rtl" { right } else { left }
#set align(side)
`
