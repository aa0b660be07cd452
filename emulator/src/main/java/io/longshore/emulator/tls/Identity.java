// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** A key with its self-signed certificate for localhost. */
public final class Identity {
    private static final String ALIAS = "longshore";

    private static final Memo SHARED = new Memo();

    private final KeyStore keys;

    private Identity(KeyStore keys) {
        this.keys = keys;
    }

    /** Makes one in a second or so for each JVM; whoever comes later shares it. A failure is not remembered. */
    public static Identity shared() {
        return SHARED.get();
    }

    /** The one in this file, made first if there is none or if it has expired. */
    public static Identity in(Path file) {
        try {
            if (Files.exists(file)) {
                Identity kept = load(file);
                if (kept.isValid()) {
                    return kept;
                }
            }
            generate(file);
            return load(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the certificate in " + file + " cannot be used", e);
        }
    }

    /** The certificate. */
    public X509Certificate certificate() {
        try {
            return (X509Certificate) keys.getCertificate(ALIAS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a loaded key store can be read", e);
        }
    }

    /** The certificate as PEM. */
    public String pem() {
        try {
            String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(certificate().getEncoded());
            return "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a loaded certificate can be encoded", e);
        }
    }

    /** For the server. */
    public SSLContext serverContext() {
        try {
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(keys, Keytool.PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(factory.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("TLS cannot be set up", e);
        }
    }

    /** For clients: trusts this certificate and no other. */
    public SSLContext clientContext() {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry(ALIAS, certificate());
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, factory.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("TLS cannot be set up", e);
        }
    }

    private boolean isValid() {
        try {
            certificate().checkValidity();
            return true;
        } catch (CertificateException e) {
            return false;
        }
    }

    private static Identity load(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, Keytool.PASSWORD.toCharArray());
            return new Identity(keys);
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " is no key store of the emulator", e);
        }
    }

    /** Under another name first, so that a process that dies meanwhile leaves no half of a key store. */
    private static void generate(Path file) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        try {
            Keytool.generate(unfinished, ALIAS);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** Keeps an identity once one could be made. */
    private static final class Memo {
        private @Nullable Identity made;

        synchronized Identity get() {
            Identity known = made;
            if (known == null) {
                known = temporary();
                made = known;
            }
            return known;
        }

        private static Identity temporary() {
            try {
                Path directory = Files.createTempDirectory("longshore-tls-");
                Path file = directory.resolve("tls.p12");
                try {
                    return in(file);
                } finally {
                    Files.deleteIfExists(file);
                    Files.delete(directory);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("no temporary directory for the certificate", e);
            }
        }
    }
}
