package org.broadsheet.cms.story;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.core.desk.Refusal;
import org.broadsheet.core.story.StoryContent;

/// How much room there is for what is written, in characters.
final class Room {

    static final int REASON = 1000;
    private static final int HEADLINE = 300;
    private static final int KICKER = 80;
    private static final int STANDFIRST = 1000;
    private static final int SLUGLINE = 200;

    private Room() {}

    static List<Refusal> refusals(StoryContent content) {
        List<Refusal> refusals = new ArrayList<>();
        look(refusals, "headline", content.headline(), HEADLINE);
        look(refusals, "kicker", content.kicker(), KICKER);
        look(refusals, "standfirst", content.standfirst(), STANDFIRST);
        look(refusals, "slugline", content.slugline(), SLUGLINE);
        return refusals;
    }

    private static void look(List<Refusal> refusals, String field, String text, int room) {
        if (text.length() > room) {
            refusals.add(new Refusal.TooLong(field, room));
        }
    }
}
