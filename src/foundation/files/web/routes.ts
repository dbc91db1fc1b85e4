import { type RouteConfigEntry, relative } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const routes: RouteConfigEntry[] = [route('filer/:file', './file.tsx'), route('arbete/installningar/logotyp', './logo.tsx')]
