package org.broadsheet.ingest.fuzz;

import java.util.Arrays;
import java.util.stream.Collectors;

/// A parser that hostile bytes are thrown at: which format reads them, and how they reach it.
enum FuzzedParser {
    NEWSMLG2("newsmlg2", "newsmlg2"),
    NEWSML1("newsml1", "newsml1"),
    NITF("nitf", "nitf"),
    NINJS("ninjs", "ninjs"),
    RSS("rss", "syndication"),
    ATOM("atom", "syndication"),
    JSONFEED("jsonfeed", "syndication"),
    ANPA("anpa", "anpa"),
    IPTC7901("iptc7901", "anpa"),
    MAIL("mail", "mail"),
    PICTURE("picture", "picture"),
    HTML("html", "markup");

    private final String word;
    private final String home;

    FuzzedParser(String word, String home) {
        this.word = word;
        this.home = home;
    }

    /// What it is called on the command line and in the folder of seeds.
    String word() {
        return word;
    }

    /// The package of `ingest` that its format lives in.
    String home() {
        return home;
    }

    static FuzzedParser named(String word) {
        return Arrays.stream(values())
                .filter(parser -> parser.word.equals(word))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("No parser is called " + word + ". There are: " + words()));
    }

    private static String words() {
        return Arrays.stream(values()).map(FuzzedParser::word).collect(Collectors.joining(", "));
    }
}
