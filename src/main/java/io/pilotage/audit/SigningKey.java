package io.pilotage.audit;

import io.pilotage.verify.AuditKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** A private key that signs for the trail (Ed25519, RFC 8032), with its public half. */
final class SigningKey {

    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    private final PrivateKey privateKey;
    private final String publicKey;

    private SigningKey(KeyPair pair) {
        this.privateKey = pair.getPrivate();
        this.publicKey = BASE64.encodeToString(pair.getPublic().getEncoded());
    }

    /** @throws IllegalArgumentException when the text is no such key; the text itself is not repeated */
    static SigningKey read(String pkcs8) {
        try {
            KeyFactory keys = KeyFactory.getInstance("Ed25519");
            PrivateKey key = keys.generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pkcs8.strip())));
            return new SigningKey(pairOf((EdECPrivateKey) key));
        } catch (GeneralSecurityException | IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "pilotage.audit.key must be an Ed25519 private key in PKCS#8 form, Base64 (make one with: openssl"
                            + " genpkey -algorithm ed25519 -outform DER | base64 -w0)",
                    wrong);
        }
    }

    static SigningKey generate() {
        try {
            return new SigningKey(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** PKCS#8, Base64. */
    String pkcs8() {
        return BASE64.encodeToString(privateKey.getEncoded());
    }

    String publicKey() {
        return publicKey;
    }

    String id() {
        return new AuditKey(publicKey, null, null, null).id();
    }

    /** Base64; the same text is always signed the same. */
    String sign(String text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(privateKey);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The JDK derives a public key only while it makes a pair: it is made again from the private key's own bytes. */
    private static KeyPair pairOf(EdECPrivateKey key) throws GeneralSecurityException {
        byte[] seed = key.getBytes().orElseThrow();
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(NamedParameterSpec.ED25519, new SecureRandom() {
            @Override
            public void nextBytes(byte[] bytes) {
                System.arraycopy(seed, 0, bytes, 0, bytes.length);
            }
        });
        return generator.generateKeyPair();
    }
}
