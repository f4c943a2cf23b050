package org.broadsheet.ingest.sftp;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.client.SftpClient.DirEntry;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.broadsheet.ingest.fetch.Content;
import org.broadsheet.ingest.fetch.Spool;
import org.broadsheet.ingest.remote.RemoteFolder;

/// A folder on an SFTP server.
final class SftpFolder implements RemoteFolder {

    private final SftpClient sftp;
    private final String path;
    private final Spool spool;

    SftpFolder(SftpClient sftp, String path, Spool spool) {
        this.sftp = sftp;
        this.path = path;
        this.spool = spool;
    }

    @Override
    public List<RemoteFile> list(int atMost) throws IOException {
        List<RemoteFile> files = new ArrayList<>();
        for (DirEntry entry : sftp.readDir(path)) {
            Attributes attributes = entry.getAttributes();
            if (attributes.isRegularFile()) {
                long changed = attributes.getModifyTime() == null
                        ? 0
                        : attributes.getModifyTime().toMillis();
                files.add(new RemoteFile(entry.getFilename(), attributes.getSize(), changed));
            }
            if (files.size() >= atMost) {
                break;
            }
        }
        return files;
    }

    @Override
    public Content read(RemoteFile file, long largest) throws IOException {
        try (InputStream in = sftp.read(in(path, file.name()))) {
            return spool.take(in, largest);
        }
    }

    @Override
    public void move(RemoteFile file, String folder) throws IOException {
        String into = folder.startsWith("/") ? folder : in(path, folder);
        if (!exists(into)) {
            sftp.mkdir(into);
        }
        String target = in(into, file.name());
        for (int i = 1; exists(target); i++) {
            target = in(into, file.name()) + "~" + i;
        }
        sftp.rename(in(path, file.name()), target);
    }

    @Override
    public void delete(RemoteFile file) throws IOException {
        sftp.remove(in(path, file.name()));
    }

    private boolean exists(String what) throws IOException {
        try {
            sftp.lstat(what);
            return true;
        } catch (SftpException e) {
            if (e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
                return false;
            }
            throw e;
        }
    }

    private static String in(String folder, String name) {
        return folder.endsWith("/") ? folder + name : folder + "/" + name;
    }
}
