package org.broadsheet.core.picture;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Decides whether a picture is from the files and when it was taken, from all that its caption and its file say. The
/// day in the caption is trusted most, then XMP `photoshop:DateCreated`, IIM 2:62 and IIM 2:55, which is often the day
/// an old picture was sent out again.
///
/// @param filePhoto whether any of caption, instructions, category and credit says so
/// @param taken the most trusted day; `null` where nobody names one
/// @param remarks each disagreement as a sentence for the picture desk
public record FilePhotoTruth(boolean filePhoto, @Nullable LocalDate taken, List<String> remarks) {

    private static final List<String> FILE_WORDS = List.of(
            "file photo", "file picture", "file image", "file pic", "archive photo", "archive picture", "file foto");

    public FilePhotoTruth {
        remarks = List.copyOf(remarks);
    }

    /// Weighs the evidence.
    public static FilePhotoTruth of(Evidence evidence) {
        List<String> remarks = new ArrayList<>();
        boolean inInstructions = saysFilePhoto(evidence.instructions);
        boolean inCategories = evidence.categories.stream()
                .map(category -> category.strip().toUpperCase(Locale.ROOT))
                .anyMatch(category -> category.equals("FILE") || category.equals("FILES"));
        boolean inCredit = evidence.credit.file();
        boolean filePhoto = evidence.caption.filePhoto() || inInstructions || inCategories || inCredit;
        if (filePhoto && !evidence.caption.filePhoto()) {
            String where = inInstructions ? "instructions" : inCategories ? "category" : "credit";
            remarks.add("A file photo by its " + where + ", but the caption does not say so");
        }
        LocalDate taken = null;
        String trusted = "";
        for (Map.Entry<String, LocalDate> day : days(evidence).entrySet()) {
            if (taken == null) {
                taken = day.getValue();
                trusted = day.getKey();
            } else if (!taken.equals(day.getValue())) {
                remarks.add(
                        "Taken on " + taken + " by " + trusted + ", but " + day.getKey() + " says " + day.getValue());
            }
        }
        return new FilePhotoTruth(filePhoto, taken, remarks);
    }

    /// The caption with what was decided.
    public Caption applyTo(Caption caption) {
        return new Caption(caption.text(), filePhoto, taken);
    }

    private static Map<String, LocalDate> days(Evidence evidence) {
        Map<String, LocalDate> days = new LinkedHashMap<>();
        put(days, "its caption", evidence.caption.taken());
        put(days, "XMP photoshop:DateCreated", evidence.xmpDateCreated);
        put(days, "IIM 2:62", evidence.digitalCreationDate);
        put(days, "IIM 2:55", evidence.dateCreated);
        return days;
    }

    private static void put(Map<String, LocalDate> days, String where, @Nullable LocalDate day) {
        if (day != null) {
            days.put(where, day);
        }
    }

    /// Whether instructions call the picture a file photo (`EDS NOTE:A FILE PHOTO`); `NOT A FILE PHOTO` does not.
    private static boolean saysFilePhoto(String instructions) {
        String lower = instructions.toLowerCase(Locale.ROOT);
        for (String words : FILE_WORDS) {
            int at = lower.indexOf(words);
            while (at >= 0) {
                boolean wordStart = at == 0 || !Character.isLetterOrDigit(lower.charAt(at - 1));
                String before = lower.substring(Math.max(0, at - 8), at);
                if (wordStart && !before.endsWith("not a ") && !before.endsWith("no ") && !before.endsWith("not ")) {
                    return true;
                }
                at = lower.indexOf(words, at + words.length());
            }
        }
        return false;
    }

    /// What a picture's caption and file say of it.
    ///
    /// @param caption as read by [CaptionGrammar]
    /// @param credit as read by [CreditGrammar]; [Credit#NONE] where there is none
    /// @param instructions IIM 2:40 or XMP `photoshop:Instructions`; empty where not sent
    /// @param categories IIM 2:15 and 2:20, or XMP `photoshop:SupplementalCategories`
    /// @param xmpDateCreated XMP `photoshop:DateCreated`
    /// @param digitalCreationDate IIM 2:62
    /// @param dateCreated IIM 2:55
    public record Evidence(
            Caption caption,
            Credit credit,
            String instructions,
            List<String> categories,
            @Nullable LocalDate xmpDateCreated,
            @Nullable LocalDate digitalCreationDate,
            @Nullable LocalDate dateCreated) {
        public Evidence {
            categories = List.copyOf(categories);
        }
    }
}
