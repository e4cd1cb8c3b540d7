package io.jaegertracing.operator.http.tls;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Optional;

/** Private keys in the three forms that are in use, read with the help of the public key that they must belong to. */
final class PrivateKeys {
  private static final int SEQUENCE = 0x30;
  private static final int OCTETS = 0x04;
  private static final byte[] VERSION_0 = {2, 1, 0};

  private PrivateKeys() {}

  static Optional<PrivateKey> read(Pem block, PublicKey partner) throws GeneralSecurityException {
    return switch (block.type()) {
      case "PRIVATE KEY" -> Optional.of(pkcs8(block.der(), partner));
      case "EC PRIVATE KEY", "RSA PRIVATE KEY" ->
        Optional.of(pkcs8(wrapped(block.der(), partner), partner));
      default -> Optional.empty();
    };
  }

  static boolean belongs(PrivateKey key, PublicKey partner) {
    try {
      var challenge = new byte[32];
      new SecureRandom().nextBytes(challenge);
      var signature = Signature.getInstance(algorithm(partner));
      signature.initSign(key);
      signature.update(challenge);
      var signed = signature.sign();
      signature.initVerify(partner);
      signature.update(challenge);
      return signature.verify(signed);
    } catch (GeneralSecurityException otherKind) {
      return false;
    }
  }

  private static String algorithm(PublicKey key) {
    return switch (key.getAlgorithm()) {
      case "EC" -> "SHA256withECDSA";
      case "RSA" -> "SHA256withRSA";
      default -> key.getAlgorithm();
    };
  }

  private static PrivateKey pkcs8(byte[] der, PublicKey partner) throws GeneralSecurityException {
    return KeyFactory.getInstance(partner.getAlgorithm())
        .generatePrivate(new PKCS8EncodedKeySpec(der));
  }

  /** The older forms are what PKCS#8 holds besides the algorithm, and the algorithm is written at the head of the public key. */
  private static byte[] wrapped(byte[] der, PublicKey partner) {
    return element(SEQUENCE, VERSION_0, algorithmOf(partner.getEncoded()), element(OCTETS, der));
  }

  /** For RSA and named curves it is shorter than 128 bytes, and so its length is one byte. */
  private static byte[] algorithmOf(byte[] publicKey) {
    var start = publicKey[1] >= 0 ? 2 : 2 + (publicKey[1] & 0x7f);
    return Arrays.copyOfRange(publicKey, start, start + 2 + publicKey[start + 1]);
  }

  private static byte[] element(int tag, byte[]... parts) {
    var body = new ByteArrayOutputStream();
    for (var part : parts) {
      body.writeBytes(part);
    }
    var size = body.size();
    var element = new ByteArrayOutputStream();
    element.write(tag);
    if (size >= 0x100) {
      element.write(0x82); // the length follows in two bytes, far more than any key needs
      element.write(size >> 8);
    } else if (size >= 0x80) {
      element.write(0x81);
    }
    element.write(size);
    element.writeBytes(body.toByteArray());
    return element.toByteArray();
  }
}
