package org.broadsheet.ingest.ftp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPFile;
import org.apache.commons.net.ftp.FTPFileEntryParser;
import org.apache.commons.net.ftp.FTPReply;
import org.apache.commons.net.ftp.parser.DefaultFTPFileEntryParserFactory;
import org.apache.commons.net.ftp.parser.MLSxEntryParser;
import org.broadsheet.ingest.fetch.Content;
import org.broadsheet.ingest.fetch.Spool;
import org.broadsheet.ingest.remote.RemoteFolder;
import org.jspecify.annotations.Nullable;

/// A folder on an FTP server. Lists are read here and not by the library, which would hold whatever a server sends.
final class FtpFolder implements RemoteFolder {

    private static final long LONGEST_LIST = 32L * 1024 * 1024;

    private final FtpLine line;
    private final FTPClient ftp;
    private final String path;
    private final Spool spool;

    FtpFolder(FtpLine line, String path, Spool spool) {
        this.line = line;
        this.ftp = line.client();
        this.path = path;
        this.spool = spool;
    }

    @Override
    public List<RemoteFile> list(int atMost) throws IOException {
        boolean machineReadable = ftp.hasFeature("MLST") || ftp.hasFeature("MLSD");
        FTPFileEntryParser parser = machineReadable
                ? MLSxEntryParser.getInstance()
                : new DefaultFTPFileEntryParserFactory().createFileEntryParser(ftp.getSystemType());
        List<RemoteFile> files = new ArrayList<>();
        try (Content list =
                        read(line.data(machineReadable ? "MLSD" : "LIST", path), LONGEST_LIST, "The folder " + path);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(list.stream(), StandardCharsets.UTF_8))) {
            for (String entry = parser.readNextEntry(lines);
                    entry != null && files.size() < atMost;
                    entry = parser.readNextEntry(lines)) {
                FTPFile file = parser.parseFTPEntry(entry);
                if (file != null && file.isFile()) {
                    long changed = file.getTimestampInstant() == null
                            ? 0
                            : file.getTimestampInstant().toEpochMilli();
                    files.add(new RemoteFile(file.getName(), file.getSize(), changed));
                }
            }
        }
        return files;
    }

    @Override
    public Content read(RemoteFile file, long largest) throws IOException {
        return read(line.data("RETR", in(path, file.name())), largest, "The file " + file.name());
    }

    private Content read(@Nullable Socket data, long largest, String what) throws IOException {
        if (data == null) {
            throw new IOException(what + " cannot be read: " + said());
        }
        boolean whole = false;
        Content content = null;
        try {
            try (data) {
                content = spool.take(data.getInputStream(), largest);
            }
            if (!ftp.completePendingCommand()) {
                throw new IOException(what + " broke off: " + said());
            }
            whole = true;
            return content;
        } finally {
            if (!whole && content != null) {
                content.close();
            }
        }
    }

    @Override
    public void move(RemoteFile file, String folder) throws IOException {
        String into = folder.startsWith("/") ? folder : in(path, folder);
        ftp.makeDirectory(into);
        String target = in(into, file.name());
        for (int i = 1; exists(target); i++) {
            target = in(into, file.name()) + "~" + i;
        }
        if (!ftp.rename(in(path, file.name()), target)) {
            throw new IOException("The file " + file.name() + " cannot be moved: " + said());
        }
    }

    private boolean exists(String target) throws IOException {
        return FTPReply.isPositiveCompletion(ftp.size(target));
    }

    @Override
    public void delete(RemoteFile file) throws IOException {
        if (!ftp.deleteFile(in(path, file.name()))) {
            throw new IOException("The file " + file.name() + " cannot be removed: " + said());
        }
    }

    private String said() {
        String said = ftp.getReplyString();
        return said == null ? "the server said nothing" : said.strip();
    }

    private static String in(String folder, String name) {
        return folder.endsWith("/") ? folder + name : folder + "/" + name;
    }
}
