const PASSING = new Set(['rateLimited', 'unavailable']);

/** Whether what an error refuses may succeed a little later. */
export const isPassing = ({ code }) => PASSING.has(code);
