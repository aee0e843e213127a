package dev.switchboard.launch;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** The key that signs tokens, as a PKCS #8 PEM file; made when it is first asked for. */
final class SigningKeyFile {
  private SigningKeyFile() {}

  static Path in(Path directory) {
    Path file = directory.toAbsolutePath().resolve("signing-key.pem");
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(directory);
        Files.writeString(file, pem());
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String pem() {
    String text = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(key());
    return "-----BEGIN PRIVATE KEY-----\n" + text + "\n-----END PRIVATE KEY-----\n";
  }

  private static byte[] key() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      PrivateKey key = generator.generateKeyPair().getPrivate();
      return key.getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
