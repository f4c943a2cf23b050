package org.broadsheet.ingest.ftp;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPConnectionClosedException;
import org.apache.commons.net.ftp.FTPReply;
import org.broadsheet.ingest.feed.Fault;
import org.broadsheet.ingest.feed.FeedSettings;
import org.broadsheet.ingest.feed.FetchFailed;
import org.broadsheet.ingest.feed.FormField;
import org.broadsheet.ingest.feed.Transport;
import org.broadsheet.ingest.feed.TransportForm;
import org.broadsheet.ingest.feed.Visit;
import org.broadsheet.ingest.fetch.FetchLimits;
import org.broadsheet.ingest.fetch.GuardedSockets;
import org.broadsheet.ingest.fetch.Spool;
import org.broadsheet.ingest.fetch.Tls;
import org.broadsheet.ingest.remote.RemoteForm;
import org.broadsheet.ingest.remote.RemoteRound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Files on a sender's FTP server, passive, and encrypted wherever the server can. Data comes from the very address the
/// line goes to, whatever else the server names.
@Component
class FtpTransport implements Transport {

    private static final Logger LOG = LoggerFactory.getLogger(FtpTransport.class);

    private static final TransportForm FORM = new TransportForm(
            "ftp",
            "FTP(S)",
            "Files are fetched from the sender's FTP or FTPS server; a file that is still being written is left"
                    + " alone.",
            fields());

    private final Spool spool;
    private final FetchLimits limits;

    FtpTransport(Spool spool, FetchLimits limits) {
        this.spool = spool;
        this.limits = limits;
    }

    private static List<FormField> fields() {
        List<FormField> fields = new ArrayList<>(List.of(
                FormField.address("host", "Host", "Name or address of the server."),
                FormField.number("port", "Port", "Usually 21; 990 where it is encrypted from the first byte.", 21),
                FormField.choice(
                        "encryption",
                        "Encryption",
                        "explicit (AUTH TLS), implicit (from the first byte), or none: then the password can be read"
                                + " on the way.",
                        "explicit",
                        "implicit",
                        "none"),
                FormField.text(
                        "certificate",
                        "Certificate",
                        "Where the server's certificate is its own: the certificate in PEM form; only this is"
                                + " believed.",
                        ""),
                FormField.text("user", "User", "Who signs in.", "").needed(),
                FormField.secret("password", "Password", "Of this user.").needed()));
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
        try {
            Tls.context(settings.text("certificate"));
        } catch (GeneralSecurityException e) {
            faults.add(new Fault("certificate", "This is no certificate in PEM form"));
        }
        for (String line : List.of("user", "password")) {
            String text = line.equals("user") ? settings.text(line) : settings.secret(line);
            if (text.chars().anyMatch(c -> c < ' ')) {
                faults.add(new Fault(line, "It holds a character that cannot be sent"));
            }
        }
        return faults;
    }

    @Override
    public String origin(FeedSettings settings) {
        return "ftp://" + settings.text("host") + ":" + settings.text("port") + " " + settings.text("encryption");
    }

    @Override
    public void fetch(Visit visit) throws FetchFailed, IOException, InterruptedException {
        FeedSettings settings = visit.settings();
        FtpLine line = line(settings);
        FTPClient ftp = line.client();
        try {
            open(ftp, settings);
            visit.say("The server lets us in" + (settings.text("encryption").equals("none") ? ", in clear text" : ""));
            new RemoteRound(
                            visit,
                            new FtpFolder(line, settings.text("folder"), spool),
                            limits.largest().toBytes())
                    .run();
            ftp.logout();
        } catch (FTPConnectionClosedException e) {
            throw new IOException("the server hung up", e);
        } finally {
            try {
                ftp.disconnect();
            } catch (IOException e) {
                LOG.atDebug().setCause(e).log("An FTP line did not close");
            }
        }
    }

    private static FtpLine line(FeedSettings settings) throws FetchFailed {
        try {
            return switch (settings.text("encryption")) {
                case "none" -> FtpLine.plain();
                case "implicit" -> FtpLine.secure(true, settings.text("certificate"));
                default -> FtpLine.secure(false, settings.text("certificate"));
            };
        } catch (GeneralSecurityException e) {
            throw new FetchFailed("The certificate cannot be read: " + e.getMessage(), e);
        }
    }

    private void open(FTPClient ftp, FeedSettings settings) throws FetchFailed, IOException {
        ftp.setSocketFactory(new GuardedSockets(settings.flag("allowPrivate"), limits));
        int pause = Math.toIntExact(limits.firstByte().toMillis());
        ftp.setConnectTimeout(Math.toIntExact(limits.connect().toMillis()));
        ftp.setDefaultTimeout(pause);
        ftp.setDataTimeout(limits.firstByte());
        ftp.setAutodetectUTF8(true);
        ftp.setIpAddressFromPasvResponse(false);
        ftp.setRemoteVerificationEnabled(true);
        ftp.connect(settings.text("host"), Math.toIntExact(settings.number("port")));
        ftp.setSoTimeout(pause);
        if (!FTPReply.isPositiveCompletion(ftp.getReplyCode())) {
            throw new FetchFailed("The server does not take the call: " + said(ftp));
        }
        if (!ftp.login(settings.text("user"), settings.secret("password"))) {
            throw new FetchFailed("The server does not let us in: " + said(ftp));
        }
        if (ftp instanceof FtpLine.Secure secure) {
            secure.execPBSZ(0);
            secure.execPROT("P");
        }
        ftp.enterLocalPassiveMode();
        if (!ftp.setFileType(FTP.BINARY_FILE_TYPE)) {
            throw new FetchFailed("The server sends no files as they are: " + said(ftp));
        }
    }

    private static String said(FTPClient ftp) {
        String said = ftp.getReplyString();
        return said == null ? "it said nothing" : said.strip();
    }
}
