// Loaded before everything else in a server of a test: what is done each minute is done all the time, also while the server starts, as when that takes minutes.
const real = globalThis.setInterval

globalThis.setInterval = (work, ms, ...rest) => real(work, ms === 60_000 ? 50 : ms, ...rest)
