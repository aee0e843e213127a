package dev.switchboard.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A sender: an HTTP connection that is kept, with one request under way. */
final class Publisher {
  private static final int LARGEST_ANSWER = 64 * 1024;

  private final Wire wire;
  private final Door door;
  private final Runnable accepted;
  private final Consumer<BenchException> failed;
  private @Nullable Channel channel;
  private @Nullable FullHttpRequest first;

  /**
   * Connects when it first posts.
   *
   * @param accepted called for each message that the server takes, when the next may be posted
   * @param failed called when a message is refused or the connection fails
   */
  Publisher(Wire wire, Door door, Runnable accepted, Consumer<BenchException> failed) {
    this.wire = wire;
    this.door = door;
    this.accepted = accepted;
    this.failed = failed;
  }

  void post(Stream stream, String text) {
    FullHttpRequest request = request(stream, text);
    Channel kept = channel;
    if (kept != null && kept.isActive()) {
      write(kept, request);
    } else {
      first = request;
      wire.connect(
          door.host(),
          door.port(),
          failed,
          new HttpClientCodec(),
          new HttpObjectAggregator(LARGEST_ANSWER),
          new Answers());
    }
  }

  private static void write(Channel channel, FullHttpRequest request) {
    channel.writeAndFlush(request).addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
  }

  private FullHttpRequest request(Stream stream, String text) {
    byte[] body = stream.message(text).getBytes(UTF_8);
    FullHttpRequest request =
        new DefaultFullHttpRequest(
            HttpVersion.HTTP_1_1, HttpMethod.POST, stream.path(), Unpooled.wrappedBuffer(body));
    request
        .headers()
        .set(HttpHeaderNames.HOST, door.authority())
        .set(HttpHeaderNames.AUTHORIZATION, door.authorization())
        .set(HttpHeaderNames.CONTENT_TYPE, "application/json")
        .set(HttpHeaderNames.CONTENT_LENGTH, body.length);
    return request;
  }

  /** What comes back on the connection. */
  private final class Answers extends SimpleChannelInboundHandler<FullHttpResponse> {
    @Override
    public void channelActive(ChannelHandlerContext context) {
      channel = context.channel();
      if (first != null) {
        write(context.channel(), first);
      }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpResponse response) {
      if (!HttpUtil.isKeepAlive(response)) {
        channel = null;
      }
      if (response.status().equals(HttpResponseStatus.ACCEPTED)) {
        accepted.run();
      } else {
        fail(response.status() + " " + response.content().toString(UTF_8));
      }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      if (context.channel() == channel) {
        fail("the connection ended");
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      fail(cause.toString());
    }

    private void fail(String why) {
      failed.accept(new BenchException("A message was refused: " + why));
    }
  }
}
