package dev.switchboard.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What scenarios work on: a server, its processes, and boards that are made once. */
final class Ground {
  private static final int MAKERS = 16;

  private final URI url;
  private final Choice choice;
  private final Processes processes;
  private final List<Stream> boards = new ArrayList<>();

  Ground(URI url, Choice choice, Processes processes) {
    this.url = url;
    this.choice = choice;
    this.processes = processes;
  }

  Door door() {
    return new Door(url, api().token(), choice.lines());
  }

  Processes processes() {
    return processes;
  }

  Stream newChat() {
    return api().newChat();
  }

  List<Stream> boards(int number) {
    Api api = api();
    ExecutorService makers = Executors.newFixedThreadPool(MAKERS);
    try {
      List<Future<Stream>> made = new ArrayList<>();
      for (int i = boards.size(); i < number; i++) {
        made.add(makers.submit(api::newBoard));
      }
      for (Future<Stream> board : made) {
        boards.add(board.get());
      }
    } catch (Exception e) {
      throw new BenchException("The boards could not be made", e);
    } finally {
      makers.shutdownNow();
    }
    return List.copyOf(boards.subList(0, number));
  }

  private Api api() {
    return Api.signIn(url, choice.user(), choice.password());
  }
}
