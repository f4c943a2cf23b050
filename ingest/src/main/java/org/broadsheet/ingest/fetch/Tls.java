package org.broadsheet.ingest.fetch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// Whom we believe on an encrypted line.
public final class Tls {

    private Tls() {}

    /// A context that believes the authorities everybody believes, or, where certificates are given, only these.
    ///
    /// @param pem certificates of the sender or its own authority; empty for those everybody believes
    /// @throws GeneralSecurityException if this is no certificate
    public static SSLContext context(String pem) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        if (pem.isBlank()) {
            context.init(null, null, null);
            return context;
        }
        try {
            KeyStore believed = KeyStore.getInstance(KeyStore.getDefaultType());
            believed.load(null, null);
            int count = 0;
            for (Certificate certificate : CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.strip().getBytes(StandardCharsets.US_ASCII)))) {
                believed.setCertificateEntry("sender-" + count++, certificate);
            }
            if (count == 0) {
                throw new GeneralSecurityException("There is no certificate in it");
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(believed);
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException e) {
            throw new GeneralSecurityException("This is no certificate", e);
        }
    }
}
