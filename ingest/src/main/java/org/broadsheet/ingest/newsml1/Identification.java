package org.broadsheet.ingest.newsml1;

import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.broadsheet.ingest.format.Unreadable;
import org.broadsheet.ingest.markup.Markup;
import org.broadsheet.ingest.words.VersionNumber;

/// What an item is called and which revision of it this is.
///
/// @param guid the same for all revisions: `urn:newsml:` with provider, date and item, no revision
/// @param provider `ProviderId`; empty where not sent
/// @param version `RevisionId`
/// @param revised whether an earlier revision is named
/// @param patch whether it carries instructions to change an earlier revision instead of the news itself
/// @param label `NameLabel`; empty where not sent
record Identification(
        String guid, String provider, VersionNumber version, boolean revised, boolean patch, String label) {

    private static final int LONGEST_GUID = 1_000;
    private static final String URN = "urn:newsml:";
    private static final Pattern REVISION = Pattern.compile(":\\d{1,18}[NUA]?$");

    static Identification of(Markup.Element item, Consumer<String> remark) throws Unreadable {
        Markup.Element found = item.first("Identification");
        Markup.Element identification = found == null ? Markup.Element.NONE : found;
        Markup.Element named = identification.first("NewsIdentifier");
        Markup.Element identifier = named == null ? Markup.Element.NONE : named;
        String provider = identifier.wordsAt("ProviderId");
        String number = identifier.wordsAt("NewsItemId");
        String date = identifier.wordsAt("DateId");
        String guid = number.isEmpty() || provider.isEmpty() || date.isEmpty()
                ? withoutRevision(identifier.wordsAt("PublicIdentifier"))
                : URN + provider + ":" + date + ":" + number;
        guid = guid.isEmpty() ? number : guid;
        if (guid.isEmpty()) {
            throw new Unreadable("The <NewsItem> has no identifier: nobody could find it again");
        }
        if (guid.length() > LONGEST_GUID) {
            throw new Unreadable("The identifier has more than " + LONGEST_GUID + " characters");
        }
        String previous = identifier.attributeAt("RevisionId", "PreviousRevision");
        return new Identification(
                guid,
                provider,
                VersionNumber.of(identifier.wordsAt("RevisionId"), remark),
                !previous.isEmpty() && !previous.equals("0"),
                item.first("Update") != null && item.first("NewsComponent") == null,
                identification.wordsAt("NameLabel"));
    }

    /// The guid in a reference to an item, which may name one revision of it.
    static String withoutRevision(String reference) {
        return reference.startsWith(URN)
                        && reference.chars().filter(c -> c == ':').count() > 4
                ? REVISION.matcher(reference).replaceFirst("")
                : reference;
    }
}
