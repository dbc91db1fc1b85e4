import { catalogue } from '#ui/catalogue'

/** What the small script of the survey says. `{used}` and `{most}` are counted in the browser. */
export const surveyScriptWords = catalogue({
  sv: {
    kept: 'Sparat på den här enheten, inte skickat än. Låt sidan vara öppen: vi skickar det när nätet är tillbaka.',
    ask: 'På den här enheten finns ett svar som inte är skickat. Är det ditt kan du skicka det. Är det någon annans, fråga först.',
    send: 'Skicka svaret nu',
    remove: 'Ta bort svaret från enheten',
    removed: 'Svaret är borttaget från enheten och är inte skickat.',
    gone: 'Svaret finns inte kvar på enheten. Det är skickat eller borttaget i en annan flik.',
    saved: 'Det du fyllt i är sparat, men inte skickat.',
    notSaved: 'Det gick inte att spara just nu. Det du fyllt i finns kvar här på sidan.',
    signs: '{used} av högst {most} tecken',
    line: 'Den längsta raden: {used} av högst {most} tecken',
    chosen: '{used} av högst {most} valda',
  },
  en: {
    kept: 'Saved on this device, not sent yet. Leave the page open: we send it when the network is back.',
    ask: 'There is an answer on this device that has not been sent. If it is yours you can send it. If it is somebody else’s, ask them first.',
    send: 'Send the answer now',
    remove: 'Remove the answer from the device',
    removed: 'The answer has been removed from the device, and has not been sent.',
    gone: 'The answer is no longer on the device. It was sent or removed in another tab.',
    saved: 'What you filled in is saved, but not sent.',
    notSaved: 'It could not be saved right now. What you filled in is still here on the page.',
    signs: '{used} of at most {most} characters',
    line: 'The longest line: {used} of at most {most} characters',
    chosen: '{used} of at most {most} chosen',
  },
})
