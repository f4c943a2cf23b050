package org.broadsheet.cms.story;

import java.util.List;
import java.util.stream.Collectors;
import org.broadsheet.core.picture.PictureUse;
import org.broadsheet.core.story.HeadlineTag;
import org.broadsheet.core.story.StoryContent;
import org.broadsheet.core.wire.WireItem;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/// The words of a story as they are taken from the wire.
@Mapper(implementationName = "<CLASS_NAME>Mapped")
interface WireWords {

    /// The first words of a story.
    ///
    /// @param section the slug of the section it is suggested for; empty where none is
    @Mapping(target = "kicker", source = "item.headlineTags")
    @Mapping(target = "standfirst", constant = "")
    @Mapping(target = "slug", ignore = true)
    StoryContent from(WireItem item, String section, List<PictureUse> pictures);

    /// The prefixes that readers see; the others are the desk's own business.
    default String kicker(List<HeadlineTag> tags) {
        return tags.stream()
                .filter(tag -> tag.kind().isForReaders())
                .map(HeadlineTag::printed)
                .collect(Collectors.joining(", "));
    }
}
