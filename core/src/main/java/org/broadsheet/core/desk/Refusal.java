package org.broadsheet.core.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Why the desk says no, in the words an editor reads.
public sealed interface Refusal {

    /// What programs know it by, such as `headline-missing`; it never changes.
    String code();

    /// The field of the story that it is about, such as `headline` or `pictures[1].credit`; empty where it is about
    /// none.
    String field();

    /// What an editor reads.
    String sentence();

    /// A story without a headline was to go out.
    record HeadlineMissing() implements Refusal {
        @Override
        public String code() {
            return "headline-missing";
        }

        @Override
        public String field() {
            return "headline";
        }

        @Override
        public String sentence() {
            return "The story has no headline.";
        }
    }

    /// A story that belongs to no section was to go out.
    record SectionMissing() implements Refusal {
        @Override
        public String code() {
            return "section-missing";
        }

        @Override
        public String field() {
            return "section";
        }

        @Override
        public String sentence() {
            return "Nobody has chosen a section.";
        }
    }

    /// The story names a section the newspaper does not have.
    record SectionUnknown(String section) implements Refusal {
        @Override
        public String code() {
            return "section-unknown";
        }

        @Override
        public String field() {
            return "section";
        }

        @Override
        public String sentence() {
            return "The newspaper has no section called “" + section + "”.";
        }
    }

    /// A story without a word of text was to go out.
    record BodyMissing() implements Refusal {
        @Override
        public String code() {
            return "body-missing";
        }

        @Override
        public String field() {
            return "body";
        }

        @Override
        public String sentence() {
            return "The story has no text.";
        }
    }

    /// Nobody is credited for a picture.
    ///
    /// @param number which picture of the story, from 1
    /// @param field where it stands, such as `pictures[0].credit`
    record CreditMissing(int number, String field) implements Refusal {
        @Override
        public String code() {
            return "credit-missing";
        }

        @Override
        public String sentence() {
            return "Picture " + number + " has no credit.";
        }
    }

    /// The file of a picture is not here.
    ///
    /// @param number which picture of the story, from 1
    /// @param field where it stands, such as `pictures[0]`
    record PictureNotHere(int number, String field) implements Refusal {
        @Override
        public String code() {
            return "picture-not-here";
        }

        @Override
        public String sentence() {
            return "The file of picture " + number + " has not come in.";
        }
    }

    /// The agency took a picture back, or withholds it.
    ///
    /// @param number which picture of the story, from 1
    /// @param field where it stands, such as `pictures[0]`
    record PictureWithdrawn(int number, String field) implements Refusal {
        @Override
        public String code() {
            return "picture-withdrawn";
        }

        @Override
        public String sentence() {
            return "The agency has withdrawn picture " + number + ".";
        }
    }

    /// The source does not allow it to go out yet.
    ///
    /// @param until when it may go out
    /// @param zone the newspaper's time zone, in which editors read times
    record EmbargoStillRuns(Instant until, ZoneId zone) implements Refusal {

        private static final DateTimeFormatter WORDS =
                DateTimeFormatter.ofPattern("HH:mm 'on' EEEE, d MMMM uuuu (zzz)", Locale.ENGLISH);

        @Override
        public String code() {
            return "embargo-still-runs";
        }

        @Override
        public String field() {
            return "";
        }

        @Override
        public String sentence() {
            return "Embargoed by the source until " + WORDS.format(until.atZone(zone)) + ".";
        }
    }

    /// The agency took the wire copy back that the story is made from.
    record KilledByTheWire() implements Refusal {
        @Override
        public String code() {
            return "killed-by-the-wire";
        }

        @Override
        public String field() {
            return "";
        }

        @Override
        public String sentence() {
            return "The agency has killed this copy.";
        }
    }

    /// The agency withholds the wire copy.
    record WithheldByTheWire() implements Refusal {
        @Override
        public String code() {
            return "withheld-by-the-wire";
        }

        @Override
        public String field() {
            return "";
        }

        @Override
        public String sentence() {
            return "The agency withholds this copy.";
        }
    }

    /// A package only binds other items; it has no words to take.
    record PackageHasNoCopy() implements Refusal {
        @Override
        public String code() {
            return "package-has-no-copy";
        }

        @Override
        public String field() {
            return "";
        }

        @Override
        public String sentence() {
            return "A package binds other items and has no copy of its own to take.";
        }
    }

    /// A word to editors was to become a story.
    record AdvisoryHasNoCopy() implements Refusal {
        @Override
        public String code() {
            return "advisory-has-no-copy";
        }

        @Override
        public String field() {
            return "";
        }

        @Override
        public String sentence() {
            return "This is a word from the agency to editors; it is never printed.";
        }
    }

    /// The copy has become a story, which is spiked or killed, not dropped.
    record AlreadyTaken() implements Refusal {
        @Override
        public String code() {
            return "already-taken";
        }

        @Override
        public String field() {
            return "";
        }

        @Override
        public String sentence() {
            return "This copy has been taken; it is not in the basket any more.";
        }
    }

    /// Who asks is not allowed to.
    ///
    /// @param what what was asked for, as in `publish a story`
    record NotAllowed(String what) implements Refusal {
        @Override
        public String code() {
            return "not-allowed";
        }

        @Override
        public String field() {
            return "";
        }

        @Override
        public String sentence() {
            return "You are not allowed to " + what + ".";
        }
    }

    /// The story is not in a state from which this can be done.
    ///
    /// @param state the state it is in, such as `killed`
    /// @param what what was asked for, as in `be published`
    record StateForbids(String state, String what) implements Refusal {
        @Override
        public String code() {
            return "state-forbids";
        }

        @Override
        public String field() {
            return "";
        }

        @Override
        public String sentence() {
            return "A " + state + " story cannot " + what + ".";
        }
    }

    /// A kill without a reason.
    record ReasonMissing() implements Refusal {
        @Override
        public String code() {
            return "reason-missing";
        }

        @Override
        public String field() {
            return "reason";
        }

        @Override
        public String sentence() {
            return "Say why the story is killed.";
        }
    }

    /// Something was written that is longer than there is room for.
    ///
    /// @param field what is too long
    /// @param longest how many characters there is room for
    record TooLong(String field, int longest) implements Refusal {
        @Override
        public String code() {
            return "too-long";
        }

        @Override
        public String sentence() {
            return "There is room for " + longest + " characters in “" + field + "”.";
        }
    }

    /// The date of first publication lies in the future.
    record DateInTheFuture() implements Refusal {
        @Override
        public String code() {
            return "date-in-the-future";
        }

        @Override
        public String field() {
            return "firstPublishedAt";
        }

        @Override
        public String sentence() {
            return "The date of first publication lies in the future.";
        }
    }

    /// A published story keeps its date of first publication.
    record DateIsFixed() implements Refusal {
        @Override
        public String code() {
            return "date-is-fixed";
        }

        @Override
        public String field() {
            return "firstPublishedAt";
        }

        @Override
        public String sentence() {
            return "The story has been published; its date of first publication stays.";
        }
    }

    /// A picture was to be taken down, or let be shown again, without a word why.
    record PictureReasonMissing() implements Refusal {
        @Override
        public String code() {
            return "reason-missing";
        }

        @Override
        public String field() {
            return "reason";
        }

        @Override
        public String sentence() {
            return "Say why, for those who look it up later.";
        }
    }

    /// A picture must not be shown: its right has ended or has not begun, or somebody took it down.
    ///
    /// @param number which picture of the story, from 1
    /// @param field where it stands, such as `pictures[0]`
    /// @param code such as `picture-taken-down` or `picture-right-ended`
    /// @param matter why, a whole sentence
    /// @param advice what to do, a whole sentence
    record PictureNotAllowed(int number, String field, String code, String matter, String advice) implements Refusal {
        @Override
        public String sentence() {
            return "Picture " + number + " must not be shown. " + matter + " " + advice;
        }
    }

    /// What the newsroom's own rules say has to be put right before a picture goes out.
    ///
    /// @param field where it stands, such as `pictures[0].caption`
    /// @param code of the check, such as `old-picture-without-flag`
    /// @param sentence what is the matter, and what to do
    record PictureCheckBlocks(String field, String code, String sentence) implements Refusal {}
}
