import { Changes } from './changes.js';
import { get } from '../model/api.js';
import { live } from '../model/live.js';

const PAGE = 50;

/** When a note took the form in which it is told of; 0 as it was first saved. */
const changedAt = ({ updatedAt }) => (updatedAt ? Date.parse(updatedAt) : 0);

/** Notes of a feed: one's own (`mine`) with those on their way, or everybody's (`public`). */
export class NoteBook {
  #feed;
  #changed;
  #notes = new Map();
  #gone = new Set();
  #next;
  #ends = [];

  /** Whether the first page is there, and what went wrong if not. */
  ready = false;
  error;

  /** What one has asked for. */
  changes = new Changes({
    changed: () => this.#changed(),
    done: (noteId) => this.#read(noteId),
    isKnown: (noteId) => this.#notes.has(noteId) || this.#gone.has(noteId),
  });

  constructor(feed, changed) {
    this.#feed = feed;
    this.#changed = changed;
  }

  /** Begins to listen, and loads the newest. */
  start() {
    this.#ends = [live.subscribe({ notes: this.#feed }, (frame) => this.#hear(frame))];
    this.load();
  }

  /** Listens no longer. */
  stop() {
    this.#ends.splice(0).forEach((end) => end());
  }

  /** Newest first, as they are to be. */
  get items() {
    return this.changes
      .over(this.#notes)
      .filter(({ noteId, isPublic }) => !this.#gone.has(noteId) && (this.#feed === 'mine' || isPublic))
      .sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
  }

  get hasMore() {
    return this.#next !== undefined;
  }

  /** Loads the newest notes. */
  load() {
    return this.#page();
  }

  /** Loads notes that are older than those loaded. */
  older() {
    return this.#page(this.#next);
  }

  async #page(cursor) {
    try {
      const path = this.#feed === 'mine' ? '/notes' : '/notes/public';
      const from = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
      const { items, next } = await get(`${path}?limit=${PAGE}${from}`);
      items.forEach((note) => this.#keep(note));
      if (cursor || !this.ready) {
        this.#next = next;
      }
      this.ready = true;
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
    this.#changed();
  }

  async #read(noteId) {
    try {
      this.#keep(await get(`/notes/${noteId}`));
    } catch (error) {
      if (error.status === 404) {
        this.#gone.add(noteId);
      }
    }
    this.#changed();
  }

  /** Takes a note as it is stored, unless it is known in a later form. */
  #keep({ noteId, username, content, isPublic, createdAt, savedAt, updatedAt }) {
    const note = { noteId, username, content, isPublic, at: createdAt ?? savedAt, updatedAt };
    const known = this.#notes.get(noteId);
    if (!known || changedAt(note) >= changedAt(known)) {
      this.#notes.set(noteId, note);
    }
  }

  #hear(frame) {
    const { noteId, type } = frame;
    const known = this.#notes.get(noteId);
    if (type === 'subscribed') {
      this.load();
    } else if (type === 'note-saved' || type === 'note-updated') {
      this.#gone.delete(noteId);
      this.#keep({ ...frame, createdAt: known?.at });
      if (known) {
        this.changes.forget(frame);
      } else {
        this.changes.saved(frame);
      }
    } else if (type === 'note-deleted') {
      this.#gone.add(noteId);
      this.#notes.delete(noteId);
      this.changes.forget(frame);
    } else if (type === 'note-failed') {
      this.changes.failed(frame, known);
    }
  }
}
