package org.broadsheet.ingest.house;

import java.util.List;

/// Something that may have remarks for whoever runs the wire room.
@FunctionalInterface
public interface Concern {

    /// A sentence for each thing that is not well now; empty when all is.
    List<String> remarks();
}
