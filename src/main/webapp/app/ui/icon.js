import { html, svg } from 'lit';

const PATHS = {
  boards: svg`<rect x="3" y="4" width="18" height="16" rx="3"/><path d="M3 9h18M9 9v11"/>`,
  chats: svg`<path d="M20 11.5a7.5 7.5 0 0 1-11 6.6L4 19.5l1.3-4.3A7.5 7.5 0 1 1 20 11.5Z"/>`,
  rooms: svg`<path d="M9 4 7 20M17 4l-2 16M4 9h17M3 15h17"/>`,
  notes: svg`<path d="M6 3h9l4 4v14H6zM15 3v4h4M9.5 12h6M9.5 16h6"/>`,
  posts: svg`<path d="M4 5h16v11H11l-4 4v-4H4zM8 9h8M8 12h5"/>`,
  admin: svg`<path d="M4 19V9M10 19V5M16 19v-7M21 19H3"/>`,
  plus: svg`<path d="M12 5v14M5 12h14"/>`,
  send: svg`<path d="M5 12h13M12.5 6l6 6-6 6"/>`,
  back: svg`<path d="M14.5 5.5 8 12l6.5 6.5"/>`,
  down: svg`<path d="M12 5v13M6 12.5l6 6 6-6"/>`,
  close: svg`<path d="m6.5 6.5 11 11M17.5 6.5l-11 11"/>`,
  people: svg`<circle cx="9" cy="8.5" r="3.5"/><path d="M2.5 20c.5-4 3-6 6.5-6s6 2 6.5 6M16 5.300a3.5 3.5 0 0 1 0 6.500M18 14.500c2 .8 3.2 2.7 3.5 5.5"/>`,
  bell: svg`<path d="M6 16V11a6 6 0 1 1 12 0v5l1.5 2h-15zM10 21h4"/>`,
  bellOff: svg`<path d="M6 16V11a6 6 0 0 1 9.5-4.900M18 11v5l1.5 2h-15M10 21h4M4 4l16 16"/>`,
  edit: svg`<path d="M4 20h4L19 9l-4-4L4 16zM13 7l4 4"/>`,
  remove: svg`<path d="M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10.5 11v5M13.5 11v5"/>`,
  lock: svg`<rect x="5" y="11" width="14" height="9" rx="2"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>`,
  globe: svg`<circle cx="12" cy="12" r="8.5"/><path d="M3.5 12h17M12 3.500c5 5.5 5 11.5 0 17M12 3.500c-5 5.5-5 11.5 0 17"/>`,
  wait: svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 7.500V12l3 2"/>`,
  done: svg`<path d="m5 12.5 4.5 4.500L19 7.5"/>`,
  alert: svg`<path d="M12 4 2.5 20h19zM12 10v4.500M12 17.200v.1"/>`,
  again: svg`<path d="M19.5 12a7.5 7.5 0 1 1-2.3-5.400M19.5 3.500v4h-4"/>`,
  light: svg`<circle cx="12" cy="12" r="4"/><path d="M12 2.500v2M12 19.500v2M2.5 12h2M19.5 12h2M5.3 5.300l1.4 1.400M17.3 17.300l1.4 1.400M18.7 5.300l-1.4 1.400M6.7 17.300l-1.4 1.4"/>`,
  dark: svg`<path d="M20 14.500A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.500Z"/>`,
  leave: svg`<path d="M14 4h5v16h-5M4 12h11M11 7.500l4.5 4.5-4.5 4.5"/>`,
  megaphone: svg`<path d="M4 10v4h3l8 5V5l-8 5zM18.5 9a4 4 0 0 1 0 6"/>`,
};

/** A small picture that says nothing to a screen reader: the text beside it does. */
export const icon = (name) =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${PATHS[name]}</svg>`;
