/** So many statements a dialogue has at most: nobody answers more, and each is a bit of a participant's row. */
export const mostStatements = 1000
/** So many must be there when it opens, for else the first who come have nothing to answer. */
export const fewestStatements = 3
/** Statements of one's own can be written when so many have been answered: then one has seen what there is. */
export const votesBeforeOwn = 5
/** So many of their own somebody may have waiting or shown. */
export const mostOwn = 5
