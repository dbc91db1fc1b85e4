import { createContext } from 'react-router'

/** That the database went away, or its disk became full, while a page was made: the server then answers instead of the page. */
export const outageContext = createContext<Error | null>(null)
