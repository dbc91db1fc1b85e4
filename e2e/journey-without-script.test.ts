import { walkTheThread } from './walk-the-thread.ts'

walkTheThread({ javaScriptEnabled: false })
