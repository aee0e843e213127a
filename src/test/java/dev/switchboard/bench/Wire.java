package dev.switchboard.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The one thread that serves all connections of the benchmark, so that nothing of theirs needs a
 * lock, and so that the load never takes more than one core.
 */
final class Wire implements AutoCloseable {
  private static final int CONNECT_TIMEOUT_MILLIS = 30_000;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final EventLoopGroup group =
      Epoll.isAvailable() ? new EpollEventLoopGroup(1) : new NioEventLoopGroup(1);
  private final EventLoop loop = group.next();

  EventLoop loop() {
    return loop;
  }

  /** Connects; the handlers are told when that has succeeded. */
  void connect(String host, int port, Consumer<BenchException> failed, ChannelHandler... handlers) {
    new Bootstrap()
        .group(loop)
        .channel(Epoll.isAvailable() ? EpollSocketChannel.class : NioSocketChannel.class)
        .option(ChannelOption.TCP_NODELAY, true)
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_TIMEOUT_MILLIS)
        .handler(
            new ChannelInitializer<>() {
              @Override
              protected void initChannel(Channel channel) {
                channel.pipeline().addLast(handlers);
              }
            })
        .connect(host, port)
        .addListener(
            it -> {
              if (!it.isSuccess()) {
                failed.accept(new BenchException("No connection to " + host, it.cause()));
              }
            });
  }

  /** Waits for what goes on here, unless something breaks before. */
  void await(CompletableFuture<Void> work, CompletableFuture<?> broken) {
    try {
      CompletableFuture.anyOf(work, broken).get(PATIENCE.toMinutes(), TimeUnit.MINUTES);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof BenchException known
          ? known
          : new BenchException(String.valueOf(e.getCause()), e);
    } catch (TimeoutException e) {
      throw new BenchException("Not done within " + PATIENCE, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted", e);
    }
  }

  /** Runs the work on the thread of the connections and waits for what it returns. */
  <T> T call(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, loop).join();
  }

  @Override
  public void close() {
    group.shutdownGracefully(0, 10, TimeUnit.SECONDS).syncUninterruptibly();
  }
}
