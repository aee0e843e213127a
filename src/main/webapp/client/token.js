/** How long before its end a token is replaced: a tenth of its life, two minutes at most. */
const MARGIN = 120_000;

/** When a JWT ends, in milliseconds since 1970; undefined where the token does not say. */
export function endOf(token) {
  const { exp } = claimsOf(token);
  return exp && exp * 1000;
}

/** How long until a token should be replaced, in milliseconds; undefined where it has no end. */
export function freshFor(token, now = Date.now()) {
  const { exp, iat } = claimsOf(token);
  if (!exp) {
    return undefined;
  }
  const life = (exp - (iat ?? now / 1000)) * 1000;
  return Math.max(0, exp * 1000 - Math.min(MARGIN, life / 10) - now);
}

/** The same for a token that was made just now, whatever the clock of this machine says. */
export function freshWhenNew(token) {
  const { iat } = claimsOf(token);
  return freshFor(token, iat && iat * 1000);
}

/** What a JWT says, unverified; nothing where it is none. */
export function claimsOf(token) {
  try {
    const [, body] = token.split('.');
    const bytes = atob(body.replace(/-/g, '+').replace(/_/g, '/'));
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(bytes, (c) => c.charCodeAt(0))));
  } catch {
    return {};
  }
}
