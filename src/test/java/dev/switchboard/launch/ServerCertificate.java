package dev.switchboard.launch;

import java.nio.file.Path;

/**
 * What a service shows who it is by.
 *
 * @param certificate in PEM
 * @param key in PEM (PKCS #8)
 * @param store both in PKCS #12
 * @param password of the store
 */
public record ServerCertificate(Path certificate, Path key, Path store, String password) {}
