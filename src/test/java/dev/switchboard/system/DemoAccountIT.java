package dev.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoAccountIT {

  @ParameterizedTest
  @ValueSource(strings = {"alice", "bob", "robot", "admin"})
  void the_accounts_of_the_demonstration_can_be_used(String name) {
    Account account = new Accounts(Switchboard.underTest()).signIn(name, Account.PASSWORD);

    assertThat(account.username()).isEqualTo(name);
    assertThat(account.api().get("/boards").status()).isEqualTo(200);
  }
}
