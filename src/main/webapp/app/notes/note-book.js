import { command, pages } from '../model/api.js';
import { Changes } from '../model/changes.js';
import { Drafts } from '../model/drafts.js';
import { Reading } from '../model/reading.js';
import { Timeline } from '../model/timeline.js';

const PAGE = 50;
const PATHS = { mine: '/notes', public: '/notes/public' };

const read = ({ noteId, username, content, isPublic, createdAt, savedAt, updatedAt }) => ({
  id: noteId, username, content, isPublic, at: createdAt ?? savedAt, updatedAt,
});

/** Notes of a feed: one's own (`mine`) with those on their way, or everybody's (`public`). */
export class NoteBook {
  #feed;
  #notes = new Timeline();
  #drafts;
  #changes;

  /** How they are read. */
  reading;

  constructor(feed, changed) {
    this.#feed = feed;
    this.#drafts = new Drafts(this.#notes, changed);
    this.#changes = new Changes(this.#notes, changed);
    this.reading = new Reading({ stream: { notes: feed }, page: pages(PATHS[feed], PAGE, read) }, this.#notes, {
      hear: (frame) => this.#hear(frame),
      changed: () => this.#drafts.refresh(),
    });
  }

  /** Newest first, as they are to be. */
  get items() {
    return this.#changes
      .over(this.#drafts.items)
      .filter(({ isPublic, state }) => this.#feed === 'mine' || isPublic || state === 'failed')
      .sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
  }

  /** What one asked for and is not saved yet. */
  get unsaved() {
    return [...this.#drafts.unsaved, ...this.#changes.unsaved];
  }

  /** Writes a note; it is shown at once, with its state. */
  write(content, isPublic) {
    return this.#drafts.write({ content, isPublic }, async () => {
      const { noteId } = await command('POST', '/notes', { content, isPublic });
      return { id: noteId };
    });
  }

  /** Changes one's note. */
  change(note, content, isPublic) {
    const changed = { ...note, content, isPublic };
    return this.#changes.make(changed, {
      ask: () => command('PUT', `/notes/${note.id}`, { content, isPublic }),
      done: () => this.#notes.merge([changed]),
    });
  }

  /** Removes one's note. */
  remove(note) {
    return this.#changes.make(note, {
      ask: () => command('DELETE', `/notes/${note.id}`),
      done: () => this.#notes.remove(note.id),
    });
  }

  /** Gives up what failed: the note as it is stored, if it is, is shown again. */
  discard(note) {
    this.#changes.forget(note);
    this.#drafts.discard(note);
  }

  #hear({ noteId: id, type, error, ...frame }) {
    const known = this.#notes.find(id);
    if (type === 'note-saved' || type === 'note-updated') {
      this.#changes.forget({ id });
      this.#notes.add(read({ noteId: id, ...frame, createdAt: known?.at }));
    } else if (type === 'note-deleted') {
      this.#changes.forget({ id });
      this.#notes.remove(id);
    } else if (type === 'note-failed' && known) {
      this.#changes.fail(known, { message: error });
    }
    this.#drafts.refresh();
  }
}
