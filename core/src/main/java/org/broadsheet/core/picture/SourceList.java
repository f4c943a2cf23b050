package org.broadsheet.core.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The newsroom's list of sources whose pictures the reader is told more about: media that a state runs, offices that
/// give pictures out. The list is data and an editor's to change.
///
/// @param sources in the order they are asked
/// @param handoutDisclosure added to the caption of any other handout; empty where the newsroom adds nothing
public record SourceList(List<Source> sources, String handoutDisclosure) {

    /// A list that says nothing.
    public static final SourceList NONE = new SourceList(List.of(), "");

    public SourceList {
        sources = List.copyOf(sources);
        handoutDisclosure = handoutDisclosure.strip();
    }

    /// The list that comes with the house.
    public static SourceList ofTheHouse() {
        String state = "This picture was distributed by state media.";
        List<Source> sources = new ArrayList<>();
        Stream.of(
                        "Sputnik",
                        "TASS",
                        "ITAR-TASS",
                        "RIA Novosti",
                        "RIA",
                        "Xinhua",
                        "KCNA",
                        "KNS",
                        "IRNA",
                        "SANA",
                        "BelTA",
                        "WAM",
                        "SPA",
                        "Prensa Latina",
                        "CGTN",
                        "CCTV",
                        "RT",
                        "Granma")
                .forEach(name -> sources.add(new Source(name, Source.Kind.STATE_MEDIA, state)));
        return new SourceList(sources, "This picture was provided by a third party.");
    }

    /// What the reader is to be told about a picture with this credit; empty where there is nothing to tell.
    public Optional<Source> about(Credit credit) {
        List<String> named = new ArrayList<>();
        if (credit.agency() != null) {
            named.add(credit.agency());
        }
        if (credit.distributor() != null) {
            named.addAll(List.of(credit.distributor().split(" via ", -1)));
        }
        Optional<Source> listed = sources.stream()
                .filter(source -> named.stream().anyMatch(source::is))
                .findFirst();
        if (listed.isPresent() || !credit.handout() || handoutDisclosure.isEmpty()) {
            return listed;
        }
        String giver = credit.agency() == null ? "Handout" : credit.agency();
        return Optional.of(new Source(giver, Source.Kind.HANDOUT, handoutDisclosure));
    }

    /// A source on the list.
    ///
    /// @param name as credits name it; capitals make no difference, and words may stand behind it (`TASS Host
    /// Photo`)
    /// @param disclosure what is added to the caption, a whole sentence
    public record Source(String name, Kind kind, String disclosure) {

        /// What sort of source it is.
        public enum Kind {
            STATE_MEDIA,
            HANDOUT
        }

        public Source {
            if (name.isBlank() || disclosure.isBlank()) {
                throw new IllegalArgumentException("A source has a name and a disclosure");
            }
            name = name.strip();
            disclosure = disclosure.strip();
        }

        boolean is(String credited) {
            String wanted = name.toLowerCase(Locale.ROOT);
            String given = credited.strip().toLowerCase(Locale.ROOT);
            return given.equals(wanted) || given.startsWith(wanted + " ");
        }
    }
}
