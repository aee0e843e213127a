package dev.switchboard.system;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.launch.ServerCertificate;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** An authority of the tests' own, which signs certificates of servers by the JDK's keytool. */
final class Authority {

  private static final String PASSWORD = "changeit";
  private static final String ENTRY = "entry";

  private final Path directory;
  private final Path store;

  private Authority(Path directory) {
    this.directory = directory;
    this.store = directory.resolve("authority.p12");
  }

  /** A new one, whose files lie in the folder. */
  static Authority in(Path directory) {
    try {
      Authority authority = new Authority(Files.createDirectories(directory).toAbsolutePath());
      makeKey(authority.store, "bc:c=ca:true");
      Certificate own = load(authority.store).getCertificate(ENTRY);
      writePem(authority.certificate(), "CERTIFICATE", own.getEncoded());
      return authority;
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** What those who trust it have to know, in PEM. */
  Path certificate() {
    return directory.resolve("authority.crt");
  }

  /** A certificate for the server of this name. */
  ServerCertificate sign(String host) {
    Path request = directory.resolve(host + ".csr");
    Path signed = directory.resolve(host + ".crt");
    Path key = directory.resolve(host + ".key");
    Path servers = directory.resolve(host + ".p12");
    String name = "san=dns:" + host;
    makeKey(servers, name);
    keytool(servers, "-certreq", "-file", request.toString());
    keytool(
        store, "-gencert", "-rfc", "-ext", name, "-infile", request + "", "-outfile", signed + "");
    try {
      writeKey(servers, key, signed);
      return new ServerCertificate(signed, key, servers, PASSWORD);
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** Puts the signed certificate in the place of the one that came with the key. */
  private void writeKey(Path servers, Path pem, Path signed)
      throws IOException, GeneralSecurityException {
    KeyStore entries = load(servers);
    Key key = entries.getKey(ENTRY, PASSWORD.toCharArray());
    Certificate[] chain = {read(signed), read(certificate())};
    entries.setKeyEntry(ENTRY, key, PASSWORD.toCharArray(), chain);
    try (OutputStream out = Files.newOutputStream(servers)) {
      entries.store(out, PASSWORD.toCharArray());
    }
    writePem(pem, "PRIVATE KEY", key.getEncoded());
  }

  private static Certificate read(Path pem) throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(pem)) {
      return CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }

  private static KeyStore load(Path file) throws IOException, GeneralSecurityException {
    return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
  }

  /** Nobody but its owner may read it: PostgreSQL takes no other key. */
  private static void writePem(Path file, String label, byte[] content) throws IOException {
    String text = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(content);
    Files.writeString(
        file, "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n".formatted(label, text));
    assertThat(file.toFile().setReadable(false, false)).isTrue();
    assertThat(file.toFile().setReadable(true, true)).isTrue();
  }

  private static void makeKey(Path file, String extension) {
    keytool(
        file,
        "-genkeypair",
        "-keyalg",
        "EC",
        "-dname",
        "CN=" + UUID.randomUUID(),
        "-ext",
        extension);
  }

  private static void keytool(Path file, String... command) {
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Stream<String> where =
        Stream.of("-alias", ENTRY, "-storepass", PASSWORD, "-keystore", file.toString());
    List<String> line =
        Stream.of(Stream.of(keytool), Stream.of(command), where).flatMap(it -> it).toList();
    try {
      Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), US_ASCII);
      assertThat(process.waitFor()).as(said).isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
