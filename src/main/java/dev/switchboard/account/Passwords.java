package dev.switchboard.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import dev.switchboard.platform.Settings;
import dev.switchboard.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Hashes passwords with Argon2id at the strength that OWASP recommends (19 MiB, two passes, one
 * lane), only few at the same time. Costly: never to be called inside a transaction.
 */
@ApplicationScoped
class Passwords {

  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final long LONGEST_WAIT_SECONDS = 30;
  private static final Duration RETRY = Duration.ofSeconds(2);
  private static final Argon2Function ARGON2 =
      Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);

  private final SecureRandom random = new SecureRandom();
  private final Semaphore permits;
  private final String nobodysHash;

  @SuppressWarnings("NullAway") // for the container's proxy alone
  Passwords() {
    permits = null;
    nobodysHash = null;
  }

  @Inject
  Passwords(Settings settings) {
    permits = new Semaphore(settings.concurrentHashes(), true);
    nobodysHash = hashed("");
  }

  /** The hash to be stored, with its salt and parameters in it. */
  String hash(String password) {
    return hashed(password);
  }

  /** The same for the same password and purpose; as hard to guess from as a hash. */
  String fingerprint(String password, String purpose) {
    UUID digest = UUID.nameUUIDFromBytes(purpose.getBytes(UTF_8));
    return hashed(
        password,
        ByteBuffer.allocate(SALT_BYTES)
            .putLong(digest.getMostSignificantBits())
            .putLong(digest.getLeastSignificantBits())
            .array());
  }

  private String hashed(String password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return hashed(password, salt);
  }

  private String hashed(String password, byte[] salt) {
    return limited(() -> Password.hash(password).addSalt(salt).with(ARGON2).getResult());
  }

  /** Whether the password has the hash; takes as long to say no where there is none. */
  boolean matches(String password, Optional<String> hash) {
    String compared = hash.orElse(nobodysHash);
    boolean same =
        limited(
            () ->
                Password.check(password, compared)
                    .with(Argon2Function.getInstanceFromHash(compared)));
    return same && hash.isPresent();
  }

  private <T> T limited(Supplier<T> work) {
    try {
      if (!permits.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw ProblemException.busy(RETRY);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw ProblemException.busy(RETRY);
    }
    try {
      return work.get();
    } finally {
      permits.release();
    }
  }
}
