package org.broadsheet.ingest.remote;

import java.io.IOException;
import java.util.List;
import org.broadsheet.ingest.fetch.Content;

/// A folder on somebody's server.
public interface RemoteFolder {

    /// The plain files in it, at most so many.
    List<RemoteFile> list(int atMost) throws IOException;

    /// A file as it is now.
    ///
    /// @throws org.broadsheet.ingest.fetch.TooMuch if it is longer than it may be, or only drips
    Content read(RemoteFile file, long largest) throws IOException;

    /// Moves a file into another folder beside it, which is made where it is missing; a file of its name there stays,
    /// and this one gets another name.
    void move(RemoteFile file, String folder) throws IOException;

    /// Removes a file.
    void delete(RemoteFile file) throws IOException;

    /// A file as it was seen.
    ///
    /// @param name within the folder
    /// @param size in bytes
    /// @param changed when it was last written, in milliseconds since 1970; 0 where the server does not say
    record RemoteFile(String name, long size, long changed) {}
}
