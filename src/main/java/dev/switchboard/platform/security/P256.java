package dev.switchboard.platform.security;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EllipticCurve;

/**
 * Computes the public half of a P-256 private key, which its PEM text need not hold (SEC 1, 3.2.1:
 * Q = dG). Done once at start, so it need not be fast.
 */
final class P256 {

  private static final int BITS = 256;
  private static final BigInteger TWO = BigInteger.TWO;
  private static final BigInteger THREE = BigInteger.valueOf(3);

  private P256() {}

  static PublicKey publicKey(ECPrivateKey key) {
    ECParameterSpec parameters = key.getParams();
    if (parameters.getOrder().bitLength() != BITS) {
      throw new IllegalArgumentException("an EC key must be on the curve P-256");
    }
    ECPoint point = multiply(parameters.getGenerator(), key.getS(), parameters.getCurve());
    try {
      return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, parameters));
    } catch (GeneralSecurityException broken) {
      throw new IllegalArgumentException("the EC key has no public half", broken);
    }
  }

  private static ECPoint multiply(ECPoint point, BigInteger factor, EllipticCurve curve) {
    ECPoint sum = ECPoint.POINT_INFINITY;
    for (int bit = factor.bitLength() - 1; bit >= 0; bit--) {
      sum = add(sum, sum, curve);
      if (factor.testBit(bit)) {
        sum = add(sum, point, curve);
      }
    }
    return sum;
  }

  private static ECPoint add(ECPoint left, ECPoint right, EllipticCurve curve) {
    if (left.equals(ECPoint.POINT_INFINITY)) {
      return right;
    }
    if (right.equals(ECPoint.POINT_INFINITY)) {
      return left;
    }
    BigInteger prime = ((ECFieldFp) curve.getField()).getP();
    BigInteger slope = slope(left, right, curve, prime);
    BigInteger x = slope.pow(2).subtract(left.getAffineX()).subtract(right.getAffineX()).mod(prime);
    BigInteger y =
        slope.multiply(left.getAffineX().subtract(x)).subtract(left.getAffineY()).mod(prime);
    return new ECPoint(x, y);
  }

  private static BigInteger slope(
      ECPoint left, ECPoint right, EllipticCurve curve, BigInteger prime) {
    return left.equals(right)
        ? THREE
            .multiply(left.getAffineX().pow(2))
            .add(curve.getA())
            .multiply(TWO.multiply(left.getAffineY()).modInverse(prime))
        : right
            .getAffineY()
            .subtract(left.getAffineY())
            .multiply(right.getAffineX().subtract(left.getAffineX()).modInverse(prime));
  }
}
