/** What the acts of the trail are called. An act without a word here is shown by its own name (a test lists them). */
export const actWords: Record<string, string> = {
  'first-administrator-welcomed': 'Den första administratören kom in',
  'organ-created': 'Lade till ett organ',
  'person-invited': 'Bjöd in en person',
  'role-assigned': 'Gav ett uppdrag',
  'assignment-ended': 'Avslutade ett uppdrag',
  'process-created': 'Gjorde en process',
  'step-inserted': 'Lade in ett steg',
  'step-moved': 'Flyttade ett steg',
  'step-done': 'Avslutade ett steg',
  'step-left-out': 'Lät ett steg utgå',
  'step-released': 'Publicerade vad ett steg gett',
}
