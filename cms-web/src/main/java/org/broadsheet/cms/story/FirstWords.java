package org.broadsheet.cms.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.cms.masthead.Mastheads;
import org.broadsheet.cms.masthead.Section;
import org.broadsheet.cms.wire.BasketItem;
import org.broadsheet.cms.wire.Topics;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.picture.PictureUse;
import org.broadsheet.core.story.StoryContent;
import org.broadsheet.core.subject.Subject;
import org.broadsheet.core.wire.WireItem;
import org.springframework.stereotype.Component;

/// What a story begins with when it is taken from the wire: the agency's words, its pictures whose files are here, and
/// a section to suggest.
@Component
class FirstWords {

    private final Mastheads mastheads;
    private final WireWords words;

    FirstWords(Mastheads mastheads, WireWords words) {
        this.mastheads = mastheads;
        this.words = words;
    }

    StoryContent of(BasketItem copy) {
        return words.from(tagged(copy), section(copy), pictures(copy));
    }

    /// The section that the routing rules name, where the newspaper has it; else the one its topics suggest.
    private String section(BasketItem copy) {
        String routed = copy.routed().section();
        return mastheads.current().section(routed).isPresent() ? routed : sectionFor(copy.item());
    }

    /// With the tags of the routing rules among its subjects, as free keywords.
    private static WireItem tagged(BasketItem copy) {
        WireItem item = copy.item();
        List<Subject> subjects = new ArrayList<>(item.subjects());
        for (String tag : copy.routed().tags()) {
            if (subjects.stream().noneMatch(subject -> subject.name().equalsIgnoreCase(tag))) {
                subjects.add(new Subject("", Subject.Kind.OTHER, tag));
            }
        }
        return item.toBuilder().subjects(subjects).build();
    }

    /// The first section one of whose media topics the wire names, in the wire's own order; empty where there is none.
    private String sectionFor(WireItem item) {
        List<Section> sections = mastheads.current().sections();
        for (String topic :
                Topics.comparable(item.subjects().stream().map(Subject::code).toList())) {
            for (Section section : sections) {
                if (Topics.comparable(section.mediaTopics()).contains(topic)) {
                    return section.slug();
                }
            }
        }
        return "";
    }

    private static List<PictureUse> pictures(BasketItem copy) {
        Map<PictureHash, PictureUse> uses = new LinkedHashMap<>();
        for (BasketItem.Picture picture : copy.pictures()) {
            PictureHash hash = picture.picture().hash();
            if (hash != null && picture.held() && picture.status().equals("usable")) {
                uses.putIfAbsent(
                        hash,
                        new PictureUse(
                                hash,
                                picture.picture().caption(),
                                picture.picture().credit(),
                                picture.picture().alt(),
                                picture.picture().width(),
                                picture.picture().height()));
            }
        }
        return List.copyOf(uses.values());
    }
}
