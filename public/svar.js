// Helps somebody who answers a survey, and is never needed: counts against limits, saves a begun answer, and keeps an answer on the device when the
// network is gone as it is sent. What it sends is the form itself, with the key that makes it one answer however often it is sent.
const holder = document.querySelector('[data-survey]')
const { survey, answered, begun } = holder.dataset
const words = JSON.parse(holder.dataset.words)
const limits = JSON.parse(holder.dataset.limits)
const status = holder.querySelector('[role=status]')
const form = document.querySelector('form input[name=submissionKey]')?.form
const prefix = `samsyn-svar:${survey}:`
const onItsWay = 'samsyn-svar-skickas'
const againMs = 15_000
let waiting
let saving
let saveLater

// The server has answered what this tab sent, or led on to a part that the answer brought in, so nothing of it is left on the device.
const sent = attempt(() => sessionStorage.getItem(onItsWay))
if (sent && (answered !== undefined || hasGoneOn(sent))) {
  attempt(() => localStorage.removeItem(sent))
  attempt(() => sessionStorage.removeItem(onItsWay))
}
if (form) {
  count()
  form.addEventListener('submit', onSubmit)
  if (begun !== undefined) form.addEventListener('change', saveSoon)
}
const [left] = keptHere()
if (left) ask(left)

/** Whether the page asks a later part than the one that was sent. */
function hasGoneOn(name) {
  const kept = attempt(() => JSON.parse(localStorage.getItem(name))) ?? []
  const part = kept.find(([field]) => field === 'del')?.[1]
  return Number(form?.elements.namedItem('del')?.value) > Number(part)
}

/** What was kept in this browser and has not been sent, for this survey. */
function keptHere() {
  return attempt(() => Object.keys(localStorage).filter((name) => name.startsWith(prefix))) ?? []
}

async function onSubmit(event) {
  clearTimeout(saveLater)
  if (event.submitter?.value !== 'send') return
  const fields = [...new FormData(form, event.submitter)].filter(([, value]) => typeof value === 'string')
  const name = prefix + form.elements.namedItem('submissionKey').value
  // Without room on the device it is sent as any form.
  if (!attempt(() => localStorage.setItem(name, JSON.stringify(fields)) ?? true)) return
  event.preventDefault()
  await saving
  await sendOrWait(name)
}

async function sendOrWait(name) {
  clearTimeout(waiting)
  const fields = attempt(() => JSON.parse(localStorage.getItem(name)))
  // Another tab has sent it or taken it away.
  if (!fields) return say(words.gone)
  if (await isReached()) return send(name, fields)
  say(words.kept, [[words.remove, () => forget(name)]])
  waiting = setTimeout(() => sendOrWait(name), againMs)
  window.addEventListener('online', () => sendOrWait(name), { once: true })
}

/** Sends what was kept as the form it was, so that the answer is a page with the receipt. */
function send(name, fields) {
  attempt(() => sessionStorage.setItem(onItsWay, name))
  const own = document.createElement('form')
  own.method = 'post'
  own.action = location.pathname
  own.hidden = true
  for (const [field, value] of fields) {
    const input = document.createElement('textarea')
    input.name = field
    input.value = value
    own.append(input)
  }
  document.body.append(own)
  own.submit()
}

/** Somebody comes to a page where an answer lies unsent: it may be another person, so it is neither shown nor sent before they have said. */
function ask(name) {
  const show = (isShown) => {
    if (form) form.hidden = !isShown
  }
  show(false)
  say(words.ask, [
    [words.send, () => sendOrWait(name)],
    [
      words.remove,
      () => {
        forget(name)
        show(true)
      },
    ],
  ])
}

function forget(name) {
  clearTimeout(waiting)
  attempt(() => localStorage.removeItem(name))
  say(words.removed)
}

function say(text, acts = []) {
  const paragraph = document.createElement('p')
  paragraph.textContent = text
  const buttons = acts.map(([label, act]) => {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'quiet'
    button.textContent = label
    button.addEventListener('click', act)
    return button
  })
  status.replaceChildren(paragraph, ...buttons)
  holder.hidden = false
  if (acts.length > 0) holder.scrollIntoView({ block: 'nearest' })
}

async function isReached() {
  if (!navigator.onLine) return false
  return fetch('/halsa', { cache: 'no-store', signal: AbortSignal.timeout(5_000) }).then(
    ({ ok }) => ok,
    () => false,
  )
}

/** Saves a begun answer a moment after it was changed: the same as its button does. */
function saveSoon() {
  clearTimeout(saveLater)
  saveLater = setTimeout(() => {
    const fields = new URLSearchParams(new FormData(form))
    fields.set('act', 'save')
    saving = fetch(location.pathname, { method: 'POST', body: fields, redirect: 'manual' }).then(
      ({ type }) => say(type === 'opaqueredirect' ? words.saved : words.notSaved),
      () => say(words.notSaved),
    )
  }, 1_000)
}

/** A line under each field with a limit, which says how much of it is used. */
function count() {
  for (const [name, { longest, longestLine, most }] of Object.entries(limits)) {
    const fields = [...form.querySelectorAll(`[name="${name}"]`)]
    const last = fields.at(-1)
    if (!last) continue
    const line = document.createElement('p')
    line.className = 'hint'
    const write = () => {
      // As the server counts.
      const used = most ? fields.filter(({ checked }) => checked).length : Math.max(...fields.map(({ value }) => value.trim().length))
      const limit = most ?? longest ?? longestLine
      line.textContent = (most ? words.chosen : longest ? words.signs : words.line).replace('{used}', used).replace('{most}', limit)
      // Read aloud only when it matters.
      line.setAttribute('aria-live', used > limit ? 'polite' : 'off')
    }
    write()
    last.closest('fieldset, .field').append(line)
    form.addEventListener('input', write)
  }
}

function attempt(work) {
  try {
    return work()
  } catch {
    return undefined
  }
}
