package org.broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;

/// A key of a test's own server, and the certificate to believe it by.
public final class ServerKeys {

    public static final String PASSWORD = "changeit";

    private ServerKeys() {}

    /// Makes a key in a PKCS12 file; its certificate in PEM form.
    ///
    /// @param names whose server it is, such as `san=dns:localhost`
    public static String make(Path store, String names) throws Exception {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "RSA",
                        "-dname",
                        "CN=A server of the tests",
                        "-ext",
                        names,
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD,
                        "-storetype",
                        "PKCS12")
                .redirectErrorStream(true)
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore kept = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(kept.getCertificate("server").getEncoded())
                + "\n-----END CERTIFICATE-----";
    }
}
