import { type RouteConfigEntry, relative } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const routes: RouteConfigEntry[] = [
  route('logga-in', './sign-in.tsx'),
  route('logga-in/lank', './spend-link.tsx'),
  route('logga-in/hos/:provider', './go-abroad.tsx'),
  route('logga-in/svar/:provider', './come-back.tsx'),
  route('logga-in/passnyckel', './passkey-sign-in.tsx'),
  route('logga-in/passnyckel/fraga', './ask-passkey.ts'),
  route('logga-ut', './sign-out.tsx'),
  route('forsta', './first-administrator.tsx'),
  route('demo/logga-in', './demo-sign-in.tsx'),
  route('demo/utkorg', './demo-outbox.tsx'),
  route('arbete/personer', './people.tsx'),
  route('arbete/mina-nycklar', './my-passkeys.tsx'),
  route('arbete/mina-nycklar/fraga', './ask-new-passkey.ts'),
  route('arbete/installningar', './settings.tsx'),
  route('arbete/installningar/ord', './terms.tsx'),
  route('arbete/installningar/organ', './organs.tsx'),
  route('arbete/installningar/platser', './places.tsx'),
  route('arbete/installningar/platser/karta', './map.tsx'),
  route('arbete/installningar/gallring', './retention.tsx'),
  route('arbete/installningar/troskel', './floor.tsx'),
  route('arbete/installningar/sprak', './languages.tsx'),
  route('arbete/post', './mails.tsx'),
  route('arbete/handelser', './events.tsx'),
]
