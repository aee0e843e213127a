package dev.switchboard.bus;

/** Tells the container that a message was not carried out, so that the broker delivers it again. */
class DeliveryException extends RuntimeException {

  DeliveryException(Throwable cause) {
    super(cause);
  }
}
