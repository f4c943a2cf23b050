package org.broadsheet.cms.masthead;

import java.util.List;

/// A section of the newspaper, such as World.
///
/// @param slug the first segment of its stories' addresses, such as `world`
/// @param name as it is printed
/// @param mediaTopics IPTC media topics (`medtop:11000000`) whose wire copy is suggested for it
public record Section(String slug, String name, List<String> mediaTopics) {
    public Section {
        mediaTopics = List.copyOf(mediaTopics);
    }
}
