const LANGUAGE = document.documentElement.lang;
const CLOCK = new Intl.DateTimeFormat(LANGUAGE, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const DAY = new Intl.DateTimeFormat(LANGUAGE, { weekday: 'long', day: 'numeric', month: 'long' });
const FULL = new Intl.DateTimeFormat(LANGUAGE, { dateStyle: 'medium', timeStyle: 'medium' });
const AGO = new Intl.RelativeTimeFormat(LANGUAGE, { numeric: 'auto', style: 'short' });
const UNITS = [['day', 86_400], ['hour', 3_600], ['minute', 60]];

/** The time of day. */
export const clock = (instant) => CLOCK.format(new Date(instant));

/** The day, in words. */
export const day = (instant) => DAY.format(new Date(instant));

/** Day and time. */
export const full = (instant) => FULL.format(new Date(instant));

/** How long ago it was, roughly. */
export function ago(instant) {
  const seconds = (Date.parse(instant) - Date.now()) / 1000;
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', Infinity];
  return AGO.format(Math.min(0, Math.round(seconds / size)), unit);
}
