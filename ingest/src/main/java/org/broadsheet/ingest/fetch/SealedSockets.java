package org.broadsheet.ingest.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.Objects;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/// Makes sockets that are encrypted from the first byte over a line of [GuardedSockets]: the address is checked before
/// anything is called, and the server's certificate must be believed and bear the name that was called.
///
/// Libraries that are handed a factory of encrypted sockets open the line under it by themselves, unchecked; to
/// them these are plain sockets.
public final class SealedSockets extends SocketFactory {

    private final GuardedSockets guarded;
    private final SSLContext context;

    /// @param guarded makes the lines
    /// @param context whom we believe
    public SealedSockets(GuardedSockets guarded, SSLContext context) {
        this.guarded = guarded;
        this.context = context;
    }

    @Override
    public Socket createSocket() {
        return new Sealed();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(InetSocketAddress.createUnresolved(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return connected(InetSocketAddress.createUnresolved(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    private Socket connected(InetSocketAddress where) throws IOException {
        Socket socket = createSocket();
        try {
            socket.connect(where);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /// Is nothing itself: it passes everything on to the line, and what is said on it to the encryption over that.
    private final class Sealed extends Socket {

        private final Socket line = guarded.createSocket();
        private @Nullable SSLSocket sealed;

        @Override
        public void connect(SocketAddress where) throws IOException {
            connect(where, 0);
        }

        @Override
        public void connect(SocketAddress where, int timeout) throws IOException {
            line.connect(where, timeout);
            InetSocketAddress address = (InetSocketAddress) where;
            SSLSocket over = (SSLSocket)
                    context.getSocketFactory().createSocket(line, address.getHostString(), address.getPort(), true);
            SSLParameters parameters = over.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            over.setSSLParameters(parameters);
            over.startHandshake();
            sealed = over;
        }

        private SSLSocket open() throws SocketException {
            SSLSocket over = sealed;
            if (over == null) {
                throw new SocketException("The line is not open");
            }
            return over;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return open().getInputStream();
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return open().getOutputStream();
        }

        @Override
        public void shutdownInput() throws IOException {
            open().shutdownInput();
        }

        @Override
        public void shutdownOutput() throws IOException {
            open().shutdownOutput();
        }

        @Override
        public synchronized void close() throws IOException {
            super.close();
            Objects.requireNonNullElse(sealed, line).close();
        }

        @Override
        public void bind(SocketAddress local) throws IOException {
            line.bind(local);
        }

        @Override
        public synchronized void setSoTimeout(int timeout) throws SocketException {
            line.setSoTimeout(timeout);
        }

        @Override
        public synchronized int getSoTimeout() throws SocketException {
            return line.getSoTimeout();
        }

        @Override
        public void setTcpNoDelay(boolean on) throws SocketException {
            line.setTcpNoDelay(on);
        }

        @Override
        public void setKeepAlive(boolean on) throws SocketException {
            line.setKeepAlive(on);
        }

        @Override
        public boolean isConnected() {
            return line.isConnected();
        }

        @Override
        public boolean isBound() {
            return line.isBound();
        }

        @Override
        public boolean isClosed() {
            return line.isClosed();
        }

        @Override
        public @Nullable InetAddress getInetAddress() {
            return line.getInetAddress();
        }

        @Override
        public InetAddress getLocalAddress() {
            return line.getLocalAddress();
        }

        @Override
        public int getPort() {
            return line.getPort();
        }

        @Override
        public int getLocalPort() {
            return line.getLocalPort();
        }

        @Override
        public @Nullable SocketAddress getRemoteSocketAddress() {
            return line.getRemoteSocketAddress();
        }

        @Override
        public @Nullable SocketAddress getLocalSocketAddress() {
            return line.getLocalSocketAddress();
        }
    }
}
