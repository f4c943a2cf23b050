package org.broadsheet.ingest.nitf;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.broadsheet.core.wire.WireItem.EditorNote;
import org.broadsheet.core.wire.WireItem.Status;
import org.broadsheet.ingest.markup.Markup;
import org.broadsheet.ingest.words.Moments;
import org.jspecify.annotations.Nullable;

/// What a document says of its own handling: its dates, its status and its notes to editors.
///
/// @param data the element itself, [Markup.Element#NONE] where there is none
/// @param issued `date.issue`; `null` where not sent
/// @param embargoedUntil `date.release` where it is after the issue, or until further notice for an embargo without end
/// @param expires `date.expire`; `null` where not sent
/// @param status `management-status`
/// @param notes `ed-msg` and `correction`
record Docdata(
        Markup.Element data,
        @Nullable Instant issued,
        @Nullable Instant embargoedUntil,
        @Nullable Instant expires,
        Status status,
        List<EditorNote> notes) {

    /// The role of the note that a `correction` makes.
    static final String CORRECTION = "correction";

    static Docdata of(Markup.Element nitf, Consumer<String> remark) {
        Markup.Element found = nitf.first("head", "docdata");
        found = found == null ? nitf.first("docdata") : found;
        Markup.Element data = found == null ? Markup.Element.NONE : found;
        Instant issued = moment(data, "date.issue", remark);
        String managed = data.attribute("management-status").toLowerCase(Locale.ROOT);
        return new Docdata(
                data,
                issued,
                embargo(data, issued, managed.equals("embargoed"), remark),
                moment(data, "date.expire", remark),
                status(managed, remark),
                notes(data));
    }

    /// NITF: a document without a status is usable. A status nobody knows holds it back.
    private static Status status(String managed, Consumer<String> remark) {
        return switch (managed) {
            case "", "usable", "embargoed" -> Status.USABLE;
            case "withheld" -> Status.WITHHELD;
            case "canceled", "cancelled", "killed", "kill", "withdrawn" -> Status.CANCELED;
            default -> {
                remark.accept("Its management-status is not known (" + managed + "): taken as withheld");
                yield Status.WITHHELD;
            }
        };
    }

    /// Most documents say when they are released, and most are released as they are issued: that is no embargo.
    private static @Nullable Instant embargo(
            Markup.Element data, @Nullable Instant issued, boolean embargoed, Consumer<String> remark) {
        String release = date(data, "date.release");
        if (release.isEmpty()) {
            return embargoed ? Moments.embargo("", remark) : null;
        }
        Instant until = Moments.embargo(release, remark);
        return issued != null && !until.isAfter(issued) && !embargoed ? null : until;
    }

    private static @Nullable Instant moment(Markup.Element data, String name, Consumer<String> remark) {
        return Moments.read("<" + name + ">", date(data, name), remark);
    }

    /// A date as it should be written (`@norm`), else as real documents write it.
    private static String date(Markup.Element data, String name) {
        String norm = data.attributeAt(name, "norm");
        return norm.isEmpty() ? data.wordsAt(name) : norm;
    }

    private static List<EditorNote> notes(Markup.Element data) {
        List<EditorNote> notes = new ArrayList<>();
        for (Markup.Element message : data.all("ed-msg")) {
            NitfText.add(notes, message.attribute("msg-type"), info(message));
        }
        for (Markup.Element correction : data.all("correction")) {
            NitfText.add(notes, CORRECTION, info(correction));
        }
        return notes;
    }

    private static String info(Markup.Element message) {
        String info = message.attribute("info");
        return info.isEmpty() ? message.words() : info;
    }
}
