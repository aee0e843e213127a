package dev.switchboard.system;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Logs in as a browser does: by the realm's own form, with PKCE (RFC 7636), for a code. */
final class KeycloakLogin {

  private static final String CLIENT = "switchboard";
  private static final String RETURN = "http://localhost:8080/";
  private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");
  private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

  private final HttpClient browser = HttpClient.newHttpClient();

  /** Kept by hand: they are for secure connections, as which browsers take those to localhost. */
  private final StringBuilder cookies = new StringBuilder();

  private final String verifier = UUID.randomUUID() + "-" + UUID.randomUUID();
  private final String endpoint;

  KeycloakLogin(String issuer) {
    endpoint = issuer + "/protocol/openid-connect";
  }

  /** The access token of who knows the password. */
  String token(String username, String password) {
    String form = first(ACTION, get(endpoint + "/auth?" + question()).body()).replace("&amp;", "&");
    HttpResponse<String> signedIn = post(form, Map.of("username", username, "password", password));
    assertThat(signedIn.statusCode()).as("of the form that was sent").isEqualTo(302);
    String code = first(CODE, signedIn.headers().firstValue("Location").orElse(""));
    HttpResponse<String> answer =
        post(
            endpoint + "/token",
            Map.of(
                "grant_type", "authorization_code",
                "client_id", CLIENT,
                "redirect_uri", RETURN,
                "code_verifier", verifier,
                "code", code));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonText.object(answer.body()).getString("access_token");
  }

  private String question() {
    return encoded(
        Map.of(
            "client_id",
            CLIENT,
            "response_type",
            "code",
            "scope",
            "openid",
            "redirect_uri",
            RETURN,
            "code_challenge",
            challenge(),
            "code_challenge_method",
            "S256"));
  }

  private String challenge() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private HttpResponse<String> get(String url) {
    return send(HttpRequest.newBuilder(URI.create(url)));
  }

  private HttpResponse<String> post(String url, Map<String, String> form) {
    return send(
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encoded(form))));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          browser.send(
              request.header("Cookie", cookies.toString()).build(), BodyHandlers.ofString());
      answer.headers().allValues("Set-Cookie").stream()
          .map(cookie -> cookie.substring(0, cookie.indexOf(';') + 1))
          .forEach(cookies::append);
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
    return matcher.group(1);
  }
}
