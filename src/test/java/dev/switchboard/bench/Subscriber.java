package dev.switchboard.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import java.util.List;
import java.util.function.Consumer;

/** A socket that subscribes to streams and hands on the messages that come. */
final class Subscriber extends SimpleChannelInboundHandler<WebSocketFrame> {
  private static final int LARGEST_FRAME = 8 * 1024 * 1024;

  private final List<Stream> streams;
  private final Frame.Sink sink;
  private Runnable subscribed = () -> {};
  private Consumer<BenchException> failed = failure -> {};
  private byte[] bytes = new byte[1024];
  private int confirmed;

  Subscriber(List<Stream> streams, Frame.Sink sink) {
    this.streams = streams;
    this.sink = sink;
  }

  /**
   * Connects and subscribes.
   *
   * @param subscribed called when the server has confirmed each subscription
   * @param failed called when the connection fails or ends, or the server complains
   */
  void open(Wire wire, Door door, Runnable subscribed, Consumer<BenchException> failed) {
    this.subscribed = subscribed;
    this.failed = failed;
    wire.connect(
        door.host(),
        door.port(),
        failed,
        new HttpClientCodec(),
        new HttpObjectAggregator(LARGEST_FRAME),
        new WebSocketClientProtocolHandler(handshake(door)),
        new WebSocketFrameAggregator(LARGEST_FRAME),
        this);
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
      for (Stream stream : streams) {
        context
            .writeAndFlush(new TextWebSocketFrame(stream.subscription()))
            .addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
      }
    }
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
    if (frame instanceof CloseWebSocketFrame close) {
      fail("closed with %d %s".formatted(close.statusCode(), close.reasonText()));
    } else {
      read(frame.content());
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    fail("the connection ended");
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    fail(cause.toString());
  }

  private void read(ByteBuf content) {
    int length = content.readableBytes();
    if (length > bytes.length) {
      bytes = new byte[2 * length];
    }
    content.readBytes(bytes, 0, length);
    if (confirmed < streams.size()) {
      prepare(new String(bytes, 0, length, UTF_8));
    }
    Frame.scan(bytes, length, sink);
  }

  private void prepare(String text) {
    for (String line : text.split("\n", -1)) {
      if (line.contains("\"type\":\"error\"")) {
        fail(line);
      } else if (line.contains("\"type\":\"subscribed\"") && ++confirmed == streams.size()) {
        subscribed.run();
      }
    }
  }

  private void fail(String why) {
    failed.accept(new BenchException("A subscriber failed: " + why));
  }

  private static WebSocketClientProtocolConfig handshake(Door door) {
    return WebSocketClientProtocolConfig.newBuilder()
        .webSocketUri(door.socket())
        .subprotocol(door.subprotocol())
        .customHeaders(
            new DefaultHttpHeaders().add(HttpHeaderNames.AUTHORIZATION, door.authorization()))
        .maxFramePayloadLength(LARGEST_FRAME)
        .handshakeTimeoutMillis(60_000)
        .handleCloseFrames(false)
        .withUTF8Validator(false)
        .build();
  }
}
