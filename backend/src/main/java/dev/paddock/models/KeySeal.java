package dev.paddock.models;

import dev.paddock.store.DataFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keeps endpoints' keys unreadable in the database and its backups: AES-256-GCM under a secret that lives elsewhere, in
 * {@code PADDOCK_SECRET} or, where that is not set, in {@code secret.key} of the data folder. Replicas must share the secret.
 */
@Component
class KeySeal {

    private static final int NONCE = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String given;
    private final Path file;

    KeySeal(@Value("${paddock.secret:}") String given, DataFolder data) {
        this.given = given;
        this.file = data.path().resolve("secret.key");
    }

    /** @param owner bound to the text, so that a sealed key moved to another endpoint's row does not open */
    byte[] seal(String plain, String owner) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        var sealed = run(Cipher.ENCRYPT_MODE, nonce, plain.getBytes(StandardCharsets.UTF_8), owner);
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    String open(byte[] sealed, String owner) {
        var nonce = ByteBuffer.wrap(sealed, 0, NONCE);
        var bytes = new byte[sealed.length - NONCE];
        System.arraycopy(sealed, NONCE, bytes, 0, bytes.length);
        var plainNonce = new byte[NONCE];
        nonce.get(plainNonce);
        return new String(run(Cipher.DECRYPT_MODE, plainNonce, bytes, owner), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] nonce, byte[] text, String owner) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(secret(), "AES"), new GCMParameterSpec(128, nonce));
            cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException wrong) {
            throw new KeyUnreadable();
        }
    }

    private byte[] secret() throws GeneralSecurityException {
        var material = given.isBlank() ? fromFile() : given.getBytes(StandardCharsets.UTF_8);
        return MessageDigest.getInstance("SHA-256").digest(material);
    }

    private synchronized byte[] fromFile() {
        try {
            if (!Files.exists(file)) {
                create();
            }
            return Files.readAllBytes(file);
        } catch (IOException broken) {
            throw new IllegalStateException(
                    "Cannot read or write " + file + ", which holds the secret for endpoints' keys", broken);
        }
    }

    private void create() throws IOException {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        Files.createDirectories(file.getParent());
        // Written beside and moved, with the owner's eyes only: half a secret would lose every key sealed with it.
        var fresh = Files.createTempFile(file.getParent(), "secret", ".new", ownerOnly());
        Files.write(fresh, bytes, StandardOpenOption.DSYNC);
        try {
            Files.createLink(file, fresh); // unlike a move, never replaces what another process made first
        } catch (FileAlreadyExistsException another) {
            return;
        } finally {
            Files.delete(fresh);
        }
    }

    private static java.nio.file.attribute.FileAttribute<Set<java.nio.file.attribute.PosixFilePermission>> ownerOnly() {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    }
}
