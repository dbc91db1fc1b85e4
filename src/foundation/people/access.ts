import { may, roles } from '#kernel/actor'

/** The administrator makes organs, invites people, gives and ends assignments. */
export const mayCreateOrgan = may('create-organ', 'administrator')
export const mayInvitePerson = may('invite-person', 'administrator')
export const mayAssignRole = may('assign-role', 'administrator')
export const mayEndAssignment = may('end-assignment', 'administrator')

/** The municipality's name and colour are the administrator's to set. */
export const mayChangeSettings = may('change-settings', 'administrator')

/** What one signs in with is one's own to keep, whatever one's role. */
export const mayKeepPasskeys = may('keep-passkeys', ...roles)
/** What is said of how accessible the service is, is the administrator's to state. */
export const mayStateAccessibility = may('state-accessibility', 'administrator')

/** Mail that has not come through is the administrator's to see and to send again. */
export const mayRetryMail = may('retry-mail', 'administrator')

/** People and the trail are looked at by the administrator and the auditor. */
export const mayReadPeople = may('read-people', 'administrator', 'auditor')
export const mayReadTrail = may('read-trail', 'administrator', 'auditor', 'process-leader')

/** What the municipality has settled for the whole installation is the administrator's to change; the auditor sees it. */
export const mayRenameOrgan = may('rename-organ', 'administrator')
export const mayEndOrgan = may('end-organ', 'administrator')
export const mayChangeTerm = may('change-term', 'administrator')
export const mayAddPlaces = may('add-places', 'administrator')
export const mayLoadMap = may('load-map', 'administrator')
export const mayMovePlace = may('move-place', 'administrator')
export const mayEndPlace = may('end-place', 'administrator')
export const mayChangeRetention = may('change-retention', 'administrator')
export const mayRaiseFloor = may('raise-floor', 'administrator')
export const maySwitchLanguages = may('switch-languages', 'administrator')
export const mayReadSettings = may('read-settings', 'administrator', 'auditor')
