// One of two scripts of ours: a passkey can't be reached without one. It shows the form, asks the server what to ask,
// lets the browser answer, and sends the answer in the form as any other form is sent.
for (const form of document.querySelectorAll('form[data-passkey]')) {
  const passkeys = window.PublicKeyCredential
  if (!passkeys?.parseRequestOptionsFromJSON || !passkeys.parseCreationOptionsFromJSON) continue
  const answer = form.elements.namedItem('svar')
  const status = form.querySelector('[role=status]')
  form.parentElement.querySelector('[data-without-passkey]').hidden = true
  form.hidden = false
  let asking = false
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    if (asking) return
    asking = true
    status.textContent = ''
    try {
      const asked = await fetch(form.dataset.passkey, { method: 'POST', body: new URLSearchParams(new FormData(form)), redirect: 'error' }).catch(() => undefined)
      // Refused: the page that the form leads to says why.
      answer.value = asked?.ok ? JSON.stringify(await answerOf(await asked.json())) : ''
      form.submit()
    } catch (fault) {
      status.textContent = fault.name === 'InvalidStateError' ? form.dataset.known : form.dataset.cancelled
    } finally {
      asking = false
    }
  })
}

function answerOf(question) {
  const { credentials } = navigator
  return 'user' in question
    ? credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(question) })
    : credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(question) })
}
