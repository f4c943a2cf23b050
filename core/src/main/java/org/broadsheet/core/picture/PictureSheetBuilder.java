package org.broadsheet.core.picture;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.core.picture.PictureSheet.Disagreement;
import org.broadsheet.core.picture.PictureSheet.Licence;
import org.broadsheet.core.picture.PictureSheet.NamedDate;
import org.broadsheet.core.picture.PictureSheet.Place;
import org.jspecify.annotations.Nullable;

/// Writes a picture's sheet field by field; what is not written stays as it was.
public final class PictureSheetBuilder {

    private final Map<SheetField, Object> values = new EnumMap<>(SheetField.class);
    private List<NamedDate> dates;
    private int orientation;
    private List<Disagreement> disagreements;
    private List<String> remarks;

    /// Begins with what stands on a sheet.
    public PictureSheetBuilder(PictureSheet sheet) {
        for (SheetField field : SheetField.values()) {
            put(field, field.in(sheet));
        }
        dates = sheet.dates();
        orientation = sheet.orientation();
        disagreements = sheet.disagreements();
        remarks = sheet.remarks();
    }

    /// Writes a field.
    ///
    /// @param value as [SheetField#in] gives it
    /// @throws IllegalArgumentException if the field cannot hold it
    public PictureSheetBuilder put(SheetField field, @Nullable Object value) {
        boolean fits =
                switch (field.kind()) {
                    case LINE, TEXT, ADDRESS -> value instanceof String;
                    case LIST -> value instanceof List;
                    case DAY -> value == null || value instanceof LocalDate;
                    case URGENCY -> value instanceof Integer;
                };
        if (!fits) {
            throw new IllegalArgumentException(field.word() + " cannot hold " + value);
        }
        if (value == null) {
            values.remove(field);
        } else {
            values.put(field, value);
        }
        return this;
    }

    /// Every date that is named anywhere, the most trusted first.
    public PictureSheetBuilder dates(List<NamedDate> all) {
        dates = List.copyOf(all);
        return this;
    }

    /// How the camera was held, 1 to 8.
    public PictureSheetBuilder orientation(int turned) {
        orientation = turned;
        return this;
    }

    /// Where sources name different values.
    public PictureSheetBuilder disagreements(List<Disagreement> all) {
        disagreements = List.copyOf(all);
        return this;
    }

    /// What could not be read as it should be.
    public PictureSheetBuilder remarks(List<String> all) {
        remarks = List.copyOf(all);
        return this;
    }

    /// The sheet.
    public PictureSheet build() {
        return new PictureSheet(
                words(SheetField.HEADLINE),
                words(SheetField.CAPTION),
                several(SheetField.BYLINES),
                words(SheetField.BYLINE_TITLE),
                words(SheetField.CREDIT),
                words(SheetField.SOURCE),
                words(SheetField.COPYRIGHT),
                words(SheetField.USAGE_TERMS),
                words(SheetField.INSTRUCTIONS),
                values.get(SheetField.TAKEN) instanceof LocalDate day ? day : null,
                dates,
                new Place(
                        words(SheetField.SUBLOCATION),
                        words(SheetField.CITY),
                        words(SheetField.STATE),
                        words(SheetField.COUNTRY),
                        words(SheetField.COUNTRY_CODE)),
                several(SheetField.PERSONS),
                several(SheetField.KEYWORDS),
                values.get(SheetField.URGENCY) instanceof Integer urgency ? urgency : 0,
                words(SheetField.CATEGORY),
                words(SheetField.ALT),
                words(SheetField.LONG_ALT),
                words(SheetField.JOB_ID),
                words(SheetField.TITLE),
                new Licence(
                        words(SheetField.WEB_STATEMENT),
                        words(SheetField.LICENSOR),
                        words(SheetField.LICENSOR_ADDRESS),
                        words(SheetField.DATA_MINING)),
                words(SheetField.DIGITAL_SOURCE_TYPE),
                orientation,
                disagreements,
                remarks);
    }

    private String words(SheetField field) {
        return values.get(field) instanceof String words ? words : "";
    }

    private List<String> several(SheetField field) {
        List<String> several = new ArrayList<>();
        if (values.get(field) instanceof List<?> list) {
            list.forEach(one -> several.add(String.valueOf(one)));
        }
        return several;
    }
}
