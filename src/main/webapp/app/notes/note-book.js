import { Changes } from './changes.js';
import { get, pages } from '../model/api.js';
import { Reading } from '../model/reading.js';
import { Timeline } from '../model/timeline.js';

const PAGE = 50;
const PATHS = { mine: '/notes', public: '/notes/public' };

const read = ({ noteId, username, content, isPublic, createdAt, savedAt, updatedAt }) => ({
  id: noteId, noteId, username, content, isPublic, at: createdAt ?? savedAt, updatedAt,
});

/** Notes of a feed: one's own (`mine`) with those on their way, or everybody's (`public`). */
export class NoteBook {
  #feed;
  #changed;
  #notes = new Timeline();

  /** How they are read. */
  reading;

  /** What one has asked for. */
  changes = new Changes({
    changed: () => this.#changed(),
    done: (noteId) => this.#read(noteId),
    isKnown: (noteId) => this.#notes.has(noteId) || this.#notes.hasRemoved(noteId),
  });

  constructor(feed, changed) {
    this.#feed = feed;
    this.#changed = changed;
    this.reading = new Reading({ stream: { notes: feed }, page: pages(PATHS[feed], PAGE, read) }, this.#notes, {
      hear: (frame) => this.#hear(frame),
      changed,
    });
  }

  /** Newest first, as they are to be. */
  get items() {
    return this.changes
      .over(this.#notes.items)
      .filter(({ noteId, isPublic }) => !this.#notes.hasRemoved(noteId) && (this.#feed === 'mine' || isPublic))
      .sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
  }

  async #read(noteId) {
    try {
      this.#notes.merge([read(await get(`/notes/${noteId}`))]);
    } catch (error) {
      if (error.status === 404) {
        this.#notes.remove(noteId);
      }
    }
    this.#changed();
  }

  #hear(frame) {
    const { noteId, type } = frame;
    const known = this.#notes.find(noteId);
    if (type === 'note-saved' || type === 'note-updated') {
      this.#notes.add(read({ ...frame, createdAt: known?.at }));
      if (known) {
        this.changes.forget(frame);
      } else {
        this.changes.saved(frame);
      }
    } else if (type === 'note-deleted') {
      this.#notes.remove(noteId);
      this.changes.forget(frame);
    } else if (type === 'note-failed') {
      this.changes.failed(frame, known);
    }
  }
}
