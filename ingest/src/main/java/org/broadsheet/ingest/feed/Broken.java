package org.broadsheet.ingest.feed;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/// What a broken line means, in words an editor can pass on.
final class Broken {

    private Broken() {}

    static String sentence(IOException broken) {
        String said = broken.getMessage() == null ? broken.getClass().getSimpleName() : broken.getMessage();
        return switch (broken) {
            case UnknownHostException unknown -> "the host is not known (" + said + ")";
            case SocketTimeoutException slow -> "it did not answer in time";
            case ConnectException refused -> "nobody takes the call (" + said + ")";
            case SSLException tls -> "the encryption failed (" + said + ")";
            default -> said;
        };
    }
}
