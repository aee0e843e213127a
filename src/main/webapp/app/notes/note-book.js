import { command, get, settled } from '../model/api.js';
import { live } from '../model/live.js';
import { session } from '../model/session.js';

const PAGE = 50;

/** Notes of a feed: one's own (`mine`) with those on their way, or everybody's (`public`). */
export class NoteBook {
  #feed;
  #changed;
  #notes = new Map();
  #pending = new Map();
  #gone = new Set();
  #next;
  #ends = [];

  /** Whether the first page is there, and what went wrong if not. */
  ready = false;
  error;

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

  /** Newest first; each with `state` `pending` or `failed` where it is not saved as it is shown. */
  get items() {
    const notes = new Map(this.#notes);
    this.#pending.forEach((pending, noteId) => notes.set(noteId, { ...notes.get(noteId), ...pending }));
    return [...notes.values()]
      .filter(({ noteId, isPublic }) => !this.#gone.has(noteId) && (this.#feed === 'mine' || isPublic))
      .sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
  }

  get hasMore() {
    return this.#next !== undefined;
  }

  /** Loads a page: the newest first, then older ones. */
  async load() {
    try {
      const path = this.#feed === 'mine' ? '/notes' : '/notes/public';
      const from = this.#next ? `&cursor=${encodeURIComponent(this.#next)}` : '';
      const { items, next } = await get(`${path}?limit=${PAGE}${from}`);
      items.forEach((note) => this.#keep(note));
      this.#next = next;
      this.ready = true;
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
    this.#changed();
  }

  /** Writes a note; it is shown as pending at once. */
  async write(content, isPublic) {
    const draft = { noteId: `draft ${Math.random()}`, at: new Date().toISOString(), content, isPublic };
    const note = { ...draft, username: session.user.username, state: 'pending' };
    this.#expect(note);
    try {
      const { noteId } = await command('POST', '/notes', { content, isPublic });
      this.#pending.delete(note.noteId);
      this.#expect({ ...note, noteId });
      await this.#follow(noteId, noteId);
    } catch (error) {
      this.#expect({ ...note, state: 'failed', error });
    }
  }

  /** Whether a note is stored, in whatever form. */
  isSaved({ noteId }) {
    return this.#notes.has(noteId);
  }

  /** Changes a note. */
  change(note, content, isPublic) {
    const path = `/notes/${note.noteId}`;
    return this.#attempt({ ...note, content, isPublic }, () => command('PUT', path, { content, isPublic }));
  }

  /** Removes a note; one that was never saved is only forgotten. */
  async remove(note) {
    if (!this.isSaved(note)) {
      this.forget(note);
      return;
    }
    await this.#attempt(note, () => command('DELETE', `/notes/${note.noteId}`));
  }

  /** Gives up what failed: the note as it is saved, if it is, is shown again. */
  forget({ noteId }) {
    this.#pending.delete(noteId);
    this.#changed();
  }

  async #attempt(note, work) {
    this.#expect({ ...note, state: 'pending', error: undefined });
    try {
      const { id } = await work();
      await this.#follow(note.noteId, id);
    } catch (error) {
      this.#expect({ ...note, state: 'failed', error });
    }
  }

  /** The events tell, sooner; this one tells also where they do not come. */
  async #follow(noteId, operation) {
    await settled(operation);
    const pending = this.#pending.get(noteId);
    if (pending && pending.state === 'pending') {
      this.#pending.delete(noteId);
      await this.#read(noteId);
    }
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

  #expect(note) {
    this.#pending.set(note.noteId, note);
    this.#changed();
  }

  #keep({ noteId, username, content, isPublic, createdAt, savedAt, updatedAt }) {
    this.#notes.set(noteId, { noteId, username, content, isPublic, at: createdAt ?? savedAt, updatedAt });
  }

  #hear(frame) {
    const { noteId, type, error } = frame;
    const known = this.#notes.get(noteId);
    if (type === 'note-saved' || type === 'note-updated') {
      this.#gone.delete(noteId);
      this.#keep({ ...frame, createdAt: known?.at });
      this.#pending.delete(noteId);
    } else if (type === 'note-deleted') {
      this.#notes.delete(noteId);
      this.#pending.delete(noteId);
    } else if (type === 'note-failed') {
      const shown = this.#pending.get(noteId) ?? known;
      if (shown) {
        this.#pending.set(noteId, { ...shown, state: 'failed', error: { message: error } });
      }
    }
    this.#changed();
  }
}
