package org.broadsheet.ingest.ftp;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPSClient;
import org.broadsheet.ingest.fetch.Tls;
import org.jspecify.annotations.Nullable;

/// The line to an FTP server, plain or encrypted, with the second connection on which it sends its data.
sealed interface FtpLine {

    /// The library's client on this line.
    FTPClient client();

    /// Opens the data connection for a command; `null` where the server refuses.
    @Nullable
    Socket data(String command, String argument) throws IOException;

    /// A line in clear text.
    static FtpLine plain() {
        return new Plain();
    }

    /// An encrypted line.
    ///
    /// @param implicit whether it is encrypted from the first byte; otherwise from `AUTH TLS` on
    /// @param certificates that are believed; empty for those everybody believes
    static FtpLine secure(boolean implicit, String certificates) throws GeneralSecurityException {
        return new Secure(implicit, Tls.context(certificates));
    }

    /// In clear text.
    final class Plain extends FTPClient implements FtpLine {

        private Plain() {}

        @Override
        public FTPClient client() {
            return this;
        }

        @Override
        public @Nullable Socket data(String command, String argument) throws IOException {
            return _openDataConnection_(command, argument);
        }
    }

    /// Encrypted. The server's name must be in its certificate, and its data connections must show the same one.
    final class Secure extends FTPSClient implements FtpLine {

        private Secure(boolean implicit, SSLContext context) {
            super(implicit, context);
            setEndpointCheckingEnabled(true);
        }

        @Override
        public FTPClient client() {
            return this;
        }

        @Override
        public @Nullable Socket data(String command, String argument) throws IOException {
            return _openDataConnection_(command, argument);
        }

        @Override
        protected @Nullable Socket _openDataConnection_(String command, String argument) throws IOException {
            Socket data = super._openDataConnection_(command, argument);
            if (data instanceof SSLSocket encrypted && _socket_ instanceof SSLSocket control) {
                if (!Arrays.equals(
                        encrypted.getSession().getPeerCertificates(),
                        control.getSession().getPeerCertificates())) {
                    data.close();
                    throw new IOException("The data connection shows another certificate than the server");
                }
            }
            return data;
        }
    }
}
