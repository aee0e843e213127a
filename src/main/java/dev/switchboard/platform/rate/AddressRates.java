package dev.switchboard.platform.rate;

import dev.switchboard.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Map;

/** Limits the calls that come from one address without a valid token. */
@ApplicationScoped
public class AddressRates {

  private static final int GROUPS_OF_A_NETWORK = 4;

  private final KeyedLimiters limiters;

  AddressRates() {
    this(Settings.of(Map.of()));
  }

  @Inject
  AddressRates(Settings settings) {
    limiters = new KeyedLimiters(settings.anonymousPerSecond(), System::nanoTime);
  }

  /** Takes one call of the address; a problem 429 where there is none left. */
  public void take(String address) {
    limiters.take(network(address));
  }

  /** An IPv6 client commonly owns a whole /64, so that is what counts as one address. */
  static String network(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    String[] halves = address.split("::", 2);
    String[] groups = halves[0].split(":", -1);
    int known = Math.min(groups.length, GROUPS_OF_A_NETWORK);
    return String.join(":", Arrays.copyOf(groups, known));
  }
}
