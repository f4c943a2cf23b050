package org.broadsheet.ingest.imap;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import org.broadsheet.ingest.feed.Fault;
import org.broadsheet.ingest.feed.FeedSettings;
import org.broadsheet.ingest.feed.FetchFailed;
import org.broadsheet.ingest.feed.FormField;
import org.broadsheet.ingest.feed.Transport;
import org.broadsheet.ingest.feed.TransportForm;
import org.broadsheet.ingest.feed.Visit;
import org.broadsheet.ingest.fetch.FetchLimits;
import org.broadsheet.ingest.fetch.GuardedSockets;
import org.broadsheet.ingest.fetch.SealedSockets;
import org.broadsheet.ingest.fetch.Spool;
import org.broadsheet.ingest.fetch.Tls;
import org.broadsheet.ingest.remote.RemoteForm;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.springframework.stereotype.Component;

/// A mailbox that is looked into every so often. Each mail is a payload as it came, byte for byte.
@Component
class ImapTransport implements Transport {

    private static final TransportForm FORM = new TransportForm(
            "imap",
            "Mailbox (IMAP)",
            "Mails are fetched from a mailbox of ours; each is marked or moved only when it is safe here.",
            List.of(
                    FormField.address("host", "Host", "Name or address of the mail server."),
                    FormField.number("port", "Port", "993; 143 with starttls.", 993),
                    FormField.choice(
                            "encryption",
                            "Encryption",
                            "tls from the first byte, starttls, or none: then the password can be read on the way.",
                            "tls",
                            "starttls",
                            "none"),
                    FormField.text(
                            "certificate",
                            "Certificate",
                            "Where the server's certificate is its own: the certificate in PEM form; only this is"
                                    + " believed.",
                            ""),
                    FormField.text("user", "User", "Who signs in.", "").needed(),
                    FormField.secret("password", "Password", "Of this user.").needed(),
                    FormField.text("mailbox", "Mailbox", "Where the mails lie.", "INBOX"),
                    FormField.choice(
                            "take",
                            "Takes",
                            "Only mails nobody has opened, or all that came since the last visit.",
                            "unseen",
                            "all"),
                    FormField.choice(
                            "after",
                            "Afterwards",
                            "What becomes of a mail once it is safe here: it is marked as seen, stays as it is, is"
                                    + " moved or removed.",
                            "seen",
                            "leave",
                            "move",
                            "delete"),
                    FormField.text("moveTo", "Moved to", "For move: another mailbox.", "Broadsheet"),
                    FormField.number("mostMails", "Mails a visit", "More are left for the next visit.", 200),
                    FormField.flag(
                            "allowPrivate",
                            "Private addresses",
                            "On where the server stands inside the house; off, nothing inside can be called.")));

    private final Spool spool;
    private final FetchLimits limits;

    ImapTransport(Spool spool, FetchLimits limits) {
        this.spool = spool;
        this.limits = limits;
    }

    @Override
    public TransportForm form() {
        return FORM;
    }

    @Override
    public List<Fault> faults(FeedSettings settings) {
        List<Fault> faults = new ArrayList<>();
        RemoteForm.host(settings, faults);
        try {
            Tls.context(settings.text("certificate"));
        } catch (GeneralSecurityException e) {
            faults.add(new Fault("certificate", "This is no certificate in PEM form"));
        }
        if (settings.number("mostMails") < 1 || settings.number("mostMails") > 10_000) {
            faults.add(new Fault("mostMails", "Between 1 and 10,000"));
        }
        if (settings.text("after").equals("move") && settings.text("moveTo").equals(settings.text("mailbox"))) {
            faults.add(new Fault("moveTo", "Mails cannot be moved to where they are"));
        }
        return faults;
    }

    @Override
    public String origin(FeedSettings settings) {
        return "imap://" + settings.text("host") + ":" + settings.text("port") + " " + settings.text("encryption");
    }

    @Override
    public void fetch(Visit visit) throws FetchFailed, IOException, InterruptedException {
        FeedSettings settings = visit.settings();
        try (Store store = Session.getInstance(properties(settings)).getStore("imap")) {
            store.connect(
                    settings.text("host"),
                    Math.toIntExact(settings.number("port")),
                    settings.text("user"),
                    settings.secret("password"));
            visit.say("The server lets us in");
            try (Folder folder = store.getFolder(settings.text("mailbox"))) {
                boolean writes = visit.leavesTraces() && !settings.text("after").equals("leave");
                folder.open(writes ? Folder.READ_WRITE : Folder.READ_ONLY);
                new MailRound(visit, (IMAPStore) store, (IMAPFolder) folder, spool, limits).run();
            }
        } catch (AuthenticationFailedException e) {
            throw new FetchFailed("The server does not let us in: " + e.getMessage(), e);
        } catch (FolderNotFoundException e) {
            throw new FetchFailed("There is no mailbox \"" + settings.text("mailbox") + "\"", e);
        } catch (MessagingException e) {
            throw broken(e);
        } catch (GeneralSecurityException e) {
            throw new FetchFailed("The certificate cannot be read: " + e.getMessage(), e);
        }
    }

    private static IOException broken(MessagingException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException line) {
                return line;
            }
        }
        return new IOException(String.valueOf(e.getMessage()), e);
    }

    private Properties properties(FeedSettings settings) throws GeneralSecurityException {
        Properties properties = new Properties();
        String pause = String.valueOf(limits.firstByte().toMillis());
        SSLContext context = Tls.context(settings.text("certificate"));
        GuardedSockets guarded = new GuardedSockets(settings.flag("allowPrivate"), limits);
        boolean sealed = settings.text("encryption").equals("tls");
        properties.put("mail.imap.socketFactory", sealed ? new SealedSockets(guarded, context) : guarded);
        properties.put("mail.imap.socketFactory.fallback", "false");
        // For starttls: what is encrypted from the first byte is so by its sockets.
        properties.put("mail.imap.ssl.socketFactory", context.getSocketFactory());
        properties.put("mail.imap.ssl.socketFactory.fallback", "false");
        properties.put("mail.imap.ssl.checkserveridentity", "true");
        String startTls = String.valueOf(settings.text("encryption").equals("starttls"));
        properties.put("mail.imap.starttls.enable", startTls);
        properties.put("mail.imap.starttls.required", startTls);
        properties.put(
                "mail.imap.connectiontimeout", String.valueOf(limits.connect().toMillis()));
        properties.put("mail.imap.timeout", pause);
        properties.put("mail.imap.writetimeout", pause);
        properties.put("mail.imap.connectionpooltimeout", pause);
        properties.put("mail.imap.partialfetch", "true");
        properties.put("mail.imap.fetchsize", "262144");
        properties.put("mail.imap.peek", "true");
        properties.put("mail.imap.closefoldersonstorefailure", "true");
        return properties;
    }
}
