/** Addresses of pages: `#/rooms/lobby`. */

/** Where everybody begins. */
export const LOBBY = { feature: 'rooms', id: 'lobby' };

/** The page that the address names: `{feature, id}`; the lobby where it names none. */
export function route() {
  const [feature, ...rest] = location.hash.replace(/^#\/?/, '').split('/');
  try {
    const id = rest.map(decodeURIComponent).join('/');
    return feature ? { feature, id: id || undefined } : LOBBY;
  } catch {
    return LOBBY;
  }
}

/** The address of a page. */
export function href(feature, id) {
  return id === undefined ? `#/${feature}` : `#/${feature}/${encodeURIComponent(id)}`;
}

/** Goes to a page. */
export function go(feature, id) {
  location.hash = href(feature, id);
}

/** Hears when the page changes. */
export function onRoute(listener) {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

/** An id that clients may choose, made of what somebody typed. */
export function toId(text) {
  return text
    .trim()
    .normalize('NFKD')
    .replace(/\s+/g, '-')
    .replace(/[^A-Za-z0-9._:-]/g, '')
    .slice(0, 128);
}
