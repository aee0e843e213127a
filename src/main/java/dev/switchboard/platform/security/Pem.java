package dev.switchboard.platform.security;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads EC and RSA keys, and certificates, from their PEM text (RFC 7468). */
final class Pem {

  private static final String[] ALGORITHMS = {"EC", "RSA"};

  private Pem() {}

  static PrivateKey privateKey(String pem) {
    KeySpec spec = new PKCS8EncodedKeySpec(content(pem, "PRIVATE KEY"));
    return read(factory -> factory.generatePrivate(spec));
  }

  static PublicKey publicKey(String pem) {
    KeySpec spec = new X509EncodedKeySpec(content(pem, "PUBLIC KEY"));
    return read(factory -> factory.generatePublic(spec));
  }

  static List<X509Certificate> certificates(String pem) {
    try {
      return CertificateFactory.getInstance("X.509")
          .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
          .stream()
          .map(X509Certificate.class::cast)
          .toList();
    } catch (CertificateException unreadable) {
      throw new IllegalArgumentException("a certificate must be PEM text", unreadable);
    }
  }

  private static byte[] content(String pem, String label) {
    Matcher matcher =
        Pattern.compile(
                "-----BEGIN " + label + "-----(.+?)-----END " + label + "-----", Pattern.DOTALL)
            .matcher(pem);
    if (!matcher.find()) {
      throw new IllegalArgumentException(
          "a key must be PEM text that begins with -----BEGIN " + label + "-----");
    }
    // An environment variable may hold its line ends as the two characters \n.
    return Base64.getMimeDecoder().decode(matcher.group(1).replace("\\n", ""));
  }

  private static <K> K read(Reader<K> reader) {
    IllegalArgumentException neither =
        new IllegalArgumentException("a key must be of the kind EC (P-256) or RSA");
    for (String algorithm : ALGORITHMS) {
      try {
        return reader.read(KeyFactory.getInstance(algorithm));
      } catch (InvalidKeySpecException another) {
        neither.addSuppressed(another);
      } catch (GeneralSecurityException missing) {
        throw new IllegalStateException("this JVM lacks " + algorithm, missing);
      }
    }
    throw neither;
  }

  private interface Reader<K> {
    K read(KeyFactory factory) throws GeneralSecurityException;
  }
}
