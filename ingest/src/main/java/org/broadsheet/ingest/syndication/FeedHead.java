package org.broadsheet.ingest.syndication;

/// What a feed says of itself and its entries do not repeat.
///
/// @param language a BCP 47 tag; empty where not sent
/// @param rights as sent; empty where not sent
/// @param author who writes it where an entry names nobody (Atom); empty where not sent
/// @param base the address relative links lead from; empty where not sent
record FeedHead(String language, String rights, String author, String base) {

    static final FeedHead NONE = new FeedHead("", "", "", "");

    FeedHead withLanguage(String more) {
        return more.isEmpty() ? this : new FeedHead(more, rights, author, base);
    }

    FeedHead withRights(String more) {
        return more.isEmpty() ? this : new FeedHead(language, more, author, base);
    }

    FeedHead withAuthor(String more) {
        return more.isEmpty() ? this : new FeedHead(language, rights, more, base);
    }

    FeedHead withBase(String more) {
        return more.isEmpty() ? this : new FeedHead(language, rights, author, more);
    }
}
