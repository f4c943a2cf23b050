package org.broadsheet.ingest.syndication;

import java.util.List;
import org.broadsheet.core.subject.Subject;
import org.broadsheet.ingest.words.EnclosedPicture;

/// One entry of a feed, whatever the format: what it says, before anything is made of it.
///
/// @param id what the feed calls it; empty where it does not
/// @param link where it stands on the web; empty where not sent
/// @param title its headline
/// @param contents its whole text; more than one where several are sent
/// @param summaries what it is about
/// @param published as written; empty where not sent
/// @param updated as written; empty where not sent
/// @param authors as written
/// @param subjects what it is about
/// @param language a BCP 47 tag; empty where not sent
/// @param rights as sent; empty where not sent
/// @param usage what may be done with it; empty where not sent
/// @param source whom the feed has it from; empty where not sent
/// @param pictures that come with it
/// @param remarks what of it was odd
/// @param contentHash tells two versions of it apart
record Entry(
        String id,
        String link,
        Marked title,
        List<Marked> contents,
        List<Marked> summaries,
        String published,
        String updated,
        List<String> authors,
        List<Subject> subjects,
        String language,
        String rights,
        String usage,
        String source,
        List<EnclosedPicture> pictures,
        List<String> remarks,
        String contentHash) {}
