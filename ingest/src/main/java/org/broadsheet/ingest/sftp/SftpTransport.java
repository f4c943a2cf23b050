package org.broadsheet.ingest.sftp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.broadsheet.ingest.feed.Fault;
import org.broadsheet.ingest.feed.FeedSettings;
import org.broadsheet.ingest.feed.FetchFailed;
import org.broadsheet.ingest.feed.FormField;
import org.broadsheet.ingest.feed.Transport;
import org.broadsheet.ingest.feed.TransportForm;
import org.broadsheet.ingest.feed.Visit;
import org.broadsheet.ingest.fetch.AddressGuard;
import org.broadsheet.ingest.fetch.FetchLimits;
import org.broadsheet.ingest.fetch.Spool;
import org.broadsheet.ingest.remote.RemoteForm;
import org.broadsheet.ingest.remote.RemoteRound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Files on a sender's SFTP server. The server must show the key that was entered for it; before it has, no password
/// leaves the house.
@Component
class SftpTransport implements Transport {

    private static final TransportForm FORM = new TransportForm(
            "sftp",
            "SFTP",
            "Files are fetched from the sender's SFTP server; a file that is still being written is left alone.",
            fields());

    private final Spool spool;
    private final FetchLimits limits;

    SftpTransport(Spool spool, FetchLimits limits) {
        this.spool = spool;
        this.limits = limits;
    }

    private static List<FormField> fields() {
        List<FormField> fields = new ArrayList<>(List.of(
                FormField.address("host", "Host", "Name or address of the server."),
                FormField.number("port", "Port", "Usually 22.", 22),
                FormField.text(
                        "hostKey",
                        "Host key",
                        "The fingerprint the server must show, such as SHA256:…; a test says which one it shows.",
                        ""),
                FormField.text("user", "User", "Who signs in.", "").needed(),
                FormField.secret("password", "Password", "Where no key is used."),
                FormField.secret("privateKey", "Private key", "In OpenSSH or PEM form, in place of a password."),
                FormField.secret("passphrase", "Passphrase", "Of the private key, where it has one.")));
        fields.addAll(RemoteForm.fields());
        return fields;
    }

    @Override
    public TransportForm form() {
        return FORM;
    }

    @Override
    public List<Fault> faults(FeedSettings settings) {
        List<Fault> faults = new ArrayList<>(RemoteForm.faults(settings));
        if (settings.has("hostKey") && !settings.text("hostKey").matches("SHA256:[A-Za-z0-9+/]{43}=?")) {
            faults.add(new Fault("hostKey", "A fingerprint begins with SHA256: and has 43 characters more"));
        }
        if (settings.secret("password").isEmpty()
                && settings.secret("privateKey").isEmpty()) {
            faults.add(new Fault("password", "A password or a private key is needed"));
        }
        if (!settings.secret("privateKey").isEmpty()) {
            try {
                keys(settings);
            } catch (IOException | GeneralSecurityException | FetchFailed e) {
                faults.add(new Fault("privateKey", "The key cannot be read with this passphrase"));
            }
        }
        return faults;
    }

    @Override
    public String origin(FeedSettings settings) {
        return "sftp://" + settings.text("host") + ":" + settings.text("port") + " " + settings.text("hostKey");
    }

    @Override
    public void fetch(Visit visit) throws FetchFailed, IOException, InterruptedException {
        FeedSettings settings = visit.settings();
        AtomicReference<@Nullable String> shown = new AtomicReference<>();
        try (SshClient client = client(settings, shown)) {
            client.start();
            try (ClientSession session = connect(client, settings);
                    SftpClient sftp = SftpClientFactory.instance().createSftpClient(session)) {
                visit.say("The server shows " + shown.get() + " and lets us in");
                new RemoteRound(
                                visit,
                                new SftpFolder(sftp, settings.text("folder"), spool),
                                limits.largest().toBytes())
                        .run();
            }
        } catch (SshException e) {
            throw refused(settings, shown.get(), e);
        } catch (GeneralSecurityException e) {
            throw new FetchFailed("The private key cannot be read: " + e.getMessage(), e);
        }
    }

    private static FetchFailed refused(FeedSettings settings, @Nullable String shown, SshException e) {
        if (shown != null && !settings.has("hostKey")) {
            return new FetchFailed(
                    "The server shows the key " + shown + ": enter it as host key if that is the right one", e);
        }
        if (shown != null && !same(settings.text("hostKey"), shown)) {
            return new FetchFailed(
                    "The server shows another key than was entered, " + shown + ": ask the sender before you enter it",
                    e);
        }
        return new FetchFailed("The server does not let us in: " + e.getMessage(), e);
    }

    private SshClient client(FeedSettings settings, AtomicReference<@Nullable String> shown) {
        SshClient client = SshClient.setUpDefaultClient();
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setNioWorkers(2);
        client.setServerKeyVerifier((session, address, key) -> {
            String fingerprint = KeyUtils.getFingerPrint(key);
            shown.set(fingerprint);
            return settings.has("hostKey") && same(settings.text("hostKey"), fingerprint);
        });
        CoreModuleProperties.IDLE_TIMEOUT.set(client, limits.firstByte());
        CoreModuleProperties.AUTH_TIMEOUT.set(client, limits.firstByte());
        CoreModuleProperties.PASSWORD_PROMPTS.set(client, 1);
        SftpModuleProperties.SFTP_CHANNEL_OPEN_TIMEOUT.set(client, limits.firstByte());
        return client;
    }

    private static boolean same(String entered, String fingerprint) {
        return bare(entered).equals(bare(fingerprint));
    }

    private static String bare(String fingerprint) {
        return fingerprint.endsWith("=") ? fingerprint.substring(0, fingerprint.length() - 1) : fingerprint;
    }

    private ClientSession connect(SshClient client, FeedSettings settings)
            throws IOException, GeneralSecurityException, FetchFailed {
        InetSocketAddress where = new InetSocketAddress(
                AddressGuard.resolve(settings.text("host"), settings.flag("allowPrivate"))
                        .getFirst(),
                Math.toIntExact(settings.number("port")));
        ClientSession session = client.connect(settings.text("user"), where)
                .verify(limits.connect())
                .getSession();
        boolean in = false;
        try {
            if (settings.secret("privateKey").isEmpty()) {
                session.addPasswordIdentity(settings.secret("password"));
            } else {
                keys(settings).forEach(session::addPublicKeyIdentity);
            }
            session.auth().verify(limits.firstByte());
            in = true;
            return session;
        } finally {
            if (!in) {
                session.close(true);
            }
        }
    }

    private static List<KeyPair> keys(FeedSettings settings) throws IOException, GeneralSecurityException, FetchFailed {
        List<KeyPair> keys = new ArrayList<>();
        Iterable<KeyPair> read = SecurityUtils.loadKeyPairIdentities(
                null,
                NamedResource.ofName("the private key"),
                new ByteArrayInputStream(settings.secret("privateKey").getBytes(StandardCharsets.UTF_8)),
                FilePasswordProvider.of(settings.secret("passphrase")));
        if (read != null) {
            read.forEach(keys::add);
        }
        if (keys.isEmpty()) {
            throw new FetchFailed("The private key is none");
        }
        return keys;
    }
}
