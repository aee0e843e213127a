import { command, settled } from '../model/api.js';
import { session } from '../model/session.js';

/** What one has asked for with one's notes: what is pending yet, and what failed. */
export class Changes {
  #notes = new Map();
  #changed;
  #done;
  #isKnown;

  /**
   * `changed()` hears of every change, `done(noteId)` of those of which no event has told;
   * `isKnown(noteId)` says whether a note is stored, or was.
   */
  constructor({ changed, done, isKnown }) {
    this.#changed = changed;
    this.#done = done;
    this.#isKnown = isKnown;
  }

  /**
   * The notes as they are to be: with `state` `pending` or `failed` where one is not saved as it is
   * shown, and then with `again`, which tries once more.
   */
  over(notes) {
    const shown = new Map(notes.map((note) => [note.noteId, note]));
    this.#notes.forEach((note, noteId) => shown.set(noteId, { ...shown.get(noteId), ...note }));
    return [...shown.values()];
  }

  /** Writes a note. */
  async write(content, isPublic) {
    let note = {
      noteId: `draft ${Math.random()}`,
      at: new Date().toISOString(),
      username: session.user.username,
      content,
      isPublic,
      state: 'pending',
      isDraft: true,
      again: () => {
        this.forget(note);
        this.write(content, isPublic);
      },
    };
    this.#expect(note);
    try {
      const { noteId } = await command('POST', '/notes', { content, isPublic });
      this.forget(note);
      note = { ...note, noteId, isDraft: false };
      if (!this.#isKnown(noteId)) {
        this.#expect(note);
      }
      await this.#follow(note, noteId);
    } catch (error) {
      if (note.isDraft) {
        this.#expect({ ...note, state: 'failed', error });
      } else {
        this.#fail(note, error);
      }
    }
  }

  /** Changes a note. */
  change(note, content, isPublic) {
    const work = () => command('PUT', `/notes/${note.noteId}`, { content, isPublic });
    return this.#attempt({ ...note, content, isPublic }, work);
  }

  /** Removes a note. */
  remove(note) {
    return this.#attempt(note, () => command('DELETE', `/notes/${note.noteId}`));
  }

  /** Gives up what failed, or what is saved: the note as it is stored, if it is, is shown again. */
  forget({ noteId }) {
    this.#notes.delete(noteId);
    this.#changed();
  }

  /** Hears of a new note, perhaps sooner than of the answer to its draft. */
  saved({ noteId, content }) {
    const isDraft = (note) => note.isDraft && note.state === 'pending' && note.content === content;
    const draft = [...this.#notes.values()].find(isDraft);
    this.forget(this.#notes.get(noteId) ?? draft ?? { noteId });
  }

  /** Hears that what was asked for with a note failed, perhaps in another window. */
  failed({ noteId, error }, stored) {
    const note = this.#notes.get(noteId) ?? stored;
    if (note) {
      this.#expect({ ...note, state: 'failed', error: { message: error } });
    }
  }

  async #attempt(before, work) {
    const note = { ...before, state: 'pending', error: undefined, again: () => this.#attempt(before, work) };
    this.#expect(note);
    try {
      const { id } = await work();
      await this.#follow(note, id);
    } catch (error) {
      this.#fail(note, error);
    }
  }

  /** The events tell, sooner; this one tells also where they do not come. */
  async #follow(note, operation) {
    await settled(operation);
    if (this.#isLatest(note)) {
      this.#notes.delete(note.noteId);
      await this.#done(note.noteId);
    }
  }

  #fail(note, error) {
    if (this.#isLatest(note)) {
      this.#expect({ ...note, state: 'failed', error });
    }
  }

  /** Whether nothing has been heard of it, and nothing else been asked for since. */
  #isLatest(note) {
    return this.#notes.get(note.noteId) === note;
  }

  #expect(note) {
    this.#notes.set(note.noteId, note);
    this.#changed();
  }
}
