package org.broadsheet.ingest.feed;

import java.util.List;
import org.springframework.stereotype.Component;

/// The drop folder as a kind of feed: whoever makes a folder opens a feed, and the folder's round does the fetching.
@Component
class FolderTransport implements Transport {

    static final String NAME = "folder";

    private static final TransportForm FORM = new TransportForm(
            NAME,
            "Drop folder",
            "Files that are dropped into the folder of this name are taken in and moved to done/ or failed/; the folder"
                    + " of an FTP or SFTP server of ours works the same way.",
            List.of());

    @Override
    public TransportForm form() {
        return FORM;
    }

    @Override
    public boolean fetches() {
        return false;
    }

    @Override
    public void fetch(Visit visit) throws FetchFailed {
        throw new FetchFailed("A drop folder is looked through all the time: drop a file to try it");
    }
}
