package org.broadsheet.cms.picturesheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.broadsheet.core.picture.Caption;
import org.broadsheet.core.picture.CaptionGrammar;
import org.broadsheet.core.picture.CreditGrammar;
import org.broadsheet.core.picture.PictureSheet;
import org.broadsheet.core.picture.PictureSheet.Claim;
import org.broadsheet.core.picture.PictureSheet.Disagreement;
import org.broadsheet.core.picture.PictureSheet.NamedDate;
import org.broadsheet.core.picture.PictureSheetBuilder;
import org.broadsheet.core.picture.SheetField;
import org.broadsheet.core.spelling.Letters;
import org.broadsheet.core.spelling.Spacing;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.core.wire.WirePicture;

/// What the item of the wire that brought a picture says of it.
///
/// @param said the fields it names, as they are to stand on the sheet
/// @param caption parsed, with the day it names
/// @param from who sent it, as claims name it
record WireSheet(Map<SheetField, String> said, Caption caption, String from) {

    private static final String WIRE = "wire item";
    private static final String IN_CAPTION = "caption of the wire";

    /// The fields that an item names. A caption and a credit that say no other than the file's stay as the file has
    /// them.
    static WireSheet of(WireItem item) {
        WirePicture picture = item.picture();
        Map<SheetField, String> said = new EnumMap<>(SheetField.class);
        if (picture == null) {
            return new WireSheet(said, Caption.EMPTY, WIRE);
        }
        put(said, SheetField.CAPTION, picture.caption().print());
        put(
                said,
                SheetField.CREDIT,
                picture.creditAsSent().isBlank() ? picture.credit().print() : picture.creditAsSent());
        put(said, SheetField.ALT, picture.alt());
        put(said, SheetField.INSTRUCTIONS, picture.instructions());
        put(said, SheetField.HEADLINE, item.headline());
        put(said, SheetField.COPYRIGHT, item.copyrightNotice());
        put(said, SheetField.USAGE_TERMS, item.usageTerms());
        return new WireSheet(said, picture.caption(), WIRE + " of " + item.provider());
    }

    private static void put(Map<SheetField, String> said, SheetField field, String words) {
        String tidy = field.kind() == SheetField.Kind.TEXT ? words.strip() : Spacing.tidy(words);
        if (!tidy.isEmpty()) {
            said.put(field, tidy);
        }
    }

    /// A sheet with these words on it.
    ///
    /// @param asRead what the file says
    /// @param written fields that the desk has written, which stay as they are
    PictureSheet applyTo(PictureSheet sheet, PictureSheet asRead, Collection<String> written) {
        PictureSheetBuilder builder = new PictureSheetBuilder(sheet);
        List<Disagreement> disagreements = new ArrayList<>(sheet.disagreements());
        said.forEach((field, words) -> {
            String stands = field.print(sheet);
            if (sayTheSame(field, words, stands)) {
                return;
            }
            if (!written.contains(field.word())) {
                builder.put(field, words);
            }
            dispute(disagreements, field, new Claim(from, words), field.print(asRead));
        });
        LocalDate taken = caption.taken();
        if (taken != null) {
            date(taken, builder, sheet, disagreements, written);
        }
        return builder.disagreements(disagreements).build();
    }

    /// A day in the caption is trusted before any in the file.
    private static void date(
            LocalDate taken,
            PictureSheetBuilder builder,
            PictureSheet sheet,
            List<Disagreement> disagreements,
            Collection<String> written) {
        List<NamedDate> dates = new ArrayList<>(sheet.dates());
        dates.removeIf(date -> date.from().equals(IN_CAPTION));
        boolean known = !dates.isEmpty()
                && dates.getFirst().from().equals("caption")
                && taken.equals(dates.getFirst().day());
        if (known) {
            return;
        }
        dates.addFirst(new NamedDate(IN_CAPTION, taken, taken.toString()));
        builder.dates(dates);
        if (!written.contains(SheetField.TAKEN.word())) {
            builder.put(SheetField.TAKEN, taken);
        }
        boolean differ = dates.stream().map(NamedDate::day).anyMatch(day -> day != null && !day.equals(taken));
        if (differ) {
            put(
                    disagreements,
                    new Disagreement(
                            SheetField.TAKEN.word(),
                            dates.stream().flatMap(WireSheet::claim).toList()));
        }
    }

    private static Stream<Claim> claim(NamedDate date) {
        return date.day() == null
                ? Stream.empty()
                : Stream.of(new Claim(date.from(), date.day().toString()));
    }

    /// The wire's word comes first, in place of what it said before; the file's words stay behind it.
    private static void dispute(List<Disagreement> disagreements, SheetField field, Claim wire, String inFile) {
        List<Claim> claims = new ArrayList<>();
        claims.add(wire);
        disagreements.stream()
                .filter(other -> other.field().equals(field.word()))
                .flatMap(other -> other.claims().stream())
                .filter(claim -> !claim.from().startsWith(WIRE))
                .forEach(claims::add);
        if (claims.size() == 1 && !inFile.isEmpty() && !sayTheSame(field, wire.value(), inFile)) {
            claims.add(new Claim("file", inFile));
        }
        if (claims.size() > 1) {
            put(disagreements, new Disagreement(field.word(), claims));
        }
    }

    /// In the place of the one about the same field, where there is one.
    private static void put(List<Disagreement> disagreements, Disagreement disagreement) {
        for (int i = 0; i < disagreements.size(); i++) {
            if (disagreements.get(i).field().equals(disagreement.field())) {
                disagreements.set(i, disagreement);
                return;
            }
        }
        disagreements.add(disagreement);
    }

    /// Whether both say the same: a caption and a credit may be written in more ways than one.
    private static boolean sayTheSame(SheetField field, String words, String stands) {
        if (Spacing.tidy(words).equals(Spacing.tidy(stands))) {
            return true;
        }
        return switch (field) {
            case CAPTION -> caption(words).equals(caption(stands));
            case CREDIT -> credit(words).equals(credit(stands));
            default -> false;
        };
    }

    /// In house form, in whatever capitals.
    private static String credit(String words) {
        return Letters.plain(CreditGrammar.read(words).credit().print());
    }

    /// Without prefix and credit, which stand elsewhere.
    private static String caption(String words) {
        return CaptionGrammar.read(words).caption().text();
    }
}
