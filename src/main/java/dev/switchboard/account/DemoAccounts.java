package dev.switchboard.account;

import dev.switchboard.platform.Ids;
import dev.switchboard.platform.Settings;
import dev.switchboard.platform.schema.SchemaReady;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;

/** Makes the accounts of a demonstration, where the settings ask for them. */
@ApplicationScoped
class DemoAccounts {

  private static final Logger LOG = System.getLogger(DemoAccounts.class.getName());
  private static final String PASSWORD = "Switchboard1";
  private static final Map<String, Set<String>> GROUPS =
      Map.of(
          "alice", Set.of("user"),
          "bob", Set.of("user"),
          "robot", Set.of("user", "service"),
          "admin", Set.of("user", "admin"));

  private final Settings settings;
  private final Accounts accounts;
  private final Passwords passwords;
  private final Ids ids;
  private final Clock clock;

  @SuppressWarnings("NullAway") // for the container's proxy alone
  DemoAccounts() {
    this(null, null, null, null, null);
  }

  @Inject
  DemoAccounts(Settings settings, Accounts accounts, Passwords passwords, Ids ids, Clock clock) {
    this.settings = settings;
    this.accounts = accounts;
    this.passwords = passwords;
    this.ids = ids;
    this.clock = clock;
  }

  void make(@Observes SchemaReady event) {
    if (settings.demoAccounts()) {
      GROUPS.forEach(this::makeUnlessThere);
      LOG.log(
          Level.INFO,
          "Demonstration accounts: alice, bob, robot and admin, all with the password {0}",
          PASSWORD);
    }
  }

  private void makeUnlessThere(String username, Set<String> groups) {
    if (accounts.byLogin(username).isPresent()) {
      return;
    }
    accounts.add(
        new NewAccount(
            ids.next(),
            username,
            username + "@example.com",
            username,
            passwords.hash(PASSWORD),
            groups,
            clock.instant().truncatedTo(ChronoUnit.MICROS)));
  }
}
