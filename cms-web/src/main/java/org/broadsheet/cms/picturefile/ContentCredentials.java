package org.broadsheet.cms.picturefile;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.jspecify.annotations.Nullable;

/// Content Credentials (C2PA) that an original carries. They are present, and that is all we say: neither the signature
/// nor the certificate is verified here, so a name is whom the file claims to be signed by.
///
/// @param manifests how many stand in the store: one for each time the picture was signed
/// @param signer common name of the certificate of the newest manifest; empty where it cannot be read
public record ContentCredentials(int manifests, String signer) {

    /// The header parameter `x5chain` (RFC 9360).
    private static final long CERTIFICATES = 33;

    private static final int LONGEST_NAME = 200;

    /// What a manifest store says; empty where the bytes are none.
    public static Optional<ContentCredentials> of(byte @Nullable [] manifestStore) {
        if (manifestStore == null) {
            return Optional.empty();
        }
        return Jumbf.read(new Bytes(manifestStore))
                .filter(box -> box.label().equals("c2pa"))
                .map(store -> new ContentCredentials(store.children().size(), signer(store)));
    }

    /// The active manifest is the last one (C2PA 2.1, 11.1.4.2).
    private static String signer(Jumbf store) {
        if (store.children().isEmpty()) {
            return "";
        }
        Jumbf active = store.children().getLast();
        return active.called("c2pa.signature").stream()
                .flatMap(box -> box.contents().stream())
                .map(ContentCredentials::commonName)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    /// COSE_Sign1 (RFC 9052, 4.2): protected header, other header, payload, signature.
    private static String commonName(byte[] signature) {
        try {
            if (!(Cbor.read(signature) instanceof List<?> parts) || parts.size() != 4) {
                return "";
            }
            Object guarded = parts.get(0) instanceof byte[] header && header.length > 0 ? Cbor.read(header) : Map.of();
            byte[] certificate = certificate(guarded);
            if (certificate == null) {
                certificate = certificate(parts.get(1));
            }
            return certificate == null ? "" : commonNameIn(certificate);
        } catch (Cbor.Unreadable | CertificateException | InvalidNameException e) {
            return "";
        }
    }

    private static byte @Nullable [] certificate(Object header) {
        if (!(header instanceof Map<?, ?> fields)) {
            return null;
        }
        // Before version 2 the parameter had its name for a number.
        Object chain = fields.containsKey(CERTIFICATES) ? fields.get(CERTIFICATES) : fields.get("x5chain");
        if (chain instanceof List<?> several && !several.isEmpty()) {
            chain = several.getFirst();
        }
        return chain instanceof byte[] one ? one : null;
    }

    private static String commonNameIn(byte[] certificate) throws CertificateException, InvalidNameException {
        X509Certificate read = (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(certificate));
        String organisation = "";
        List<Rdn> names = new LdapName(read.getSubjectX500Principal().getName()).getRdns();
        for (Rdn name : names.reversed()) {
            if (name.getType().equalsIgnoreCase("CN")) {
                return tidy(name.getValue());
            }
            if (name.getType().equalsIgnoreCase("O")) {
                organisation = tidy(name.getValue());
            }
        }
        return organisation;
    }

    private static String tidy(Object value) {
        String name = value.toString().replaceAll("\\p{Cntrl}+", " ").strip();
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }
}
