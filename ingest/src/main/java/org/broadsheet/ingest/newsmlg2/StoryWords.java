package org.broadsheet.ingest.newsmlg2;

import java.util.List;
import org.broadsheet.core.story.Body;
import org.broadsheet.core.story.Dateline;
import org.broadsheet.core.story.HeadlineTag;
import org.broadsheet.core.story.SignOff;

/// What of a story's words is data: tags before the headline, the dateline before the text, the sign-off behind it.
record StoryWords(String headline, List<HeadlineTag> headlineTags, Dateline dateline, Body body, SignOff signOff) {

    static StoryWords of(String headline, String dateline, Body body) {
        return new StoryWords(headline, List.of(), Dateline.NONE, body, SignOff.NONE);
    }
}
