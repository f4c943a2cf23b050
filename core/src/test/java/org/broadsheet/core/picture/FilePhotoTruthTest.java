package org.broadsheet.core.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.broadsheet.core.picture.FilePhotoTruth.Evidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilePhotoTruthTest {

    private static final LocalDate JULY_2020 = LocalDate.of(2020, 7, 8);
    private static final LocalDate MAY_2024 = LocalDate.of(2024, 5, 30);
    private static final Caption FRESH = new Caption("Ships wait off Vastholm.", false, null);
    private static final Caption FILED = new Caption("Ships wait off Vastholm, July 8, 2020.", true, JULY_2020);

    @Test
    void theDayInTheCaptionIsTrustedMost() {
        FilePhotoTruth truth =
                FilePhotoTruth.of(new Evidence(FILED, Credit.NONE, "", List.of(), MAY_2024, MAY_2024, MAY_2024));

        assertThat(truth.taken()).isEqualTo(JULY_2020);
        assertThat(truth.remarks())
                .containsExactly(
                        "Taken on 2020-07-08 by its caption, but XMP photoshop:DateCreated says 2024-05-30",
                        "Taken on 2020-07-08 by its caption, but IIM 2:62 says 2024-05-30",
                        "Taken on 2020-07-08 by its caption, but IIM 2:55 says 2024-05-30");
    }

    @Test
    void theDayInXmpIsTrustedMoreThanThatInIim() {
        FilePhotoTruth truth =
                FilePhotoTruth.of(new Evidence(FRESH, Credit.NONE, "", List.of(), JULY_2020, null, MAY_2024));

        assertThat(truth.taken()).isEqualTo(JULY_2020);
        assertThat(truth.remarks())
                .containsExactly("Taken on 2020-07-08 by XMP photoshop:DateCreated, but IIM 2:55 says 2024-05-30");
    }

    @Test
    void theDigitalCreationDateIsTrustedMoreThanTheDateCreated() {
        FilePhotoTruth truth =
                FilePhotoTruth.of(new Evidence(FRESH, Credit.NONE, "", List.of(), null, JULY_2020, MAY_2024));

        assertThat(truth.taken()).isEqualTo(JULY_2020);
        assertThat(truth.remarks()).hasSize(1);
    }

    @Test
    void theDateCreatedIsBetterThanNone() {
        FilePhotoTruth truth = FilePhotoTruth.of(new Evidence(FRESH, Credit.NONE, "", List.of(), null, null, MAY_2024));

        assertThat(truth).isEqualTo(new FilePhotoTruth(false, MAY_2024, List.of()));
    }

    @Test
    void agreementIsNotWorthARemark() {
        FilePhotoTruth truth = FilePhotoTruth.of(new Evidence(
                FILED,
                new Credit("dpa", List.of(), false, false, null, true),
                "FILE PHOTO",
                List.of("FILE"),
                JULY_2020,
                JULY_2020,
                JULY_2020));

        assertThat(truth).isEqualTo(new FilePhotoTruth(true, JULY_2020, List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FILE PHOTO Use subject to restrictions",
                "EDS NOTE:A FILE PHOTO",
                "a file picture",
                "Archive photo!"
            })
    void theInstructionsMakeAFilePhoto(String instructions) {
        FilePhotoTruth truth = FilePhotoTruth.of(evidence(FRESH, instructions, List.of()));

        assertThat(truth.filePhoto()).isTrue();
        assertThat(truth.remarks())
                .containsExactly("A file photo by its instructions, but the caption does not say so");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SALESOUT NARCH EUO 3TP SYROUT",
                "HANDOUT PHOTO; ONE TIME USE ONLY; NO ARCHIVES",
                "NOT A FILE PHOTO",
                "PROFILE PHOTO OF THE YEAR",
                ""
            })
    void otherInstructionsDoNot(String instructions) {
        assertThat(FilePhotoTruth.of(evidence(FRESH, instructions, List.of())))
                .isEqualTo(new FilePhotoTruth(false, null, List.of()));
    }

    @Test
    void theCategoryFileMakesAFilePhoto() {
        assertThat(FilePhotoTruth.of(evidence(FRESH, "", List.of("SPO", " file ")))
                        .filePhoto())
                .isTrue();
        assertThat(FilePhotoTruth.of(evidence(FRESH, "", List.of("SPO", "FILEX")))
                        .filePhoto())
                .isFalse();
    }

    @Test
    void aCreditFromTheFilesMakesAFilePhotoAndARemark() {
        Credit credit = CreditGrammar.read("REUTERS/Mika Solberg/File Photo").credit();

        FilePhotoTruth truth = FilePhotoTruth.of(new Evidence(FRESH, credit, "", List.of(), null, null, null));

        assertThat(truth.filePhoto()).isTrue();
        assertThat(truth.remarks()).containsExactly("A file photo by its credit, but the caption does not say so");
    }

    @Test
    void theCaptionTakesWhatWasDecided() {
        FilePhotoTruth truth =
                FilePhotoTruth.of(new Evidence(FRESH, Credit.NONE, "FILE PHOTO", List.of(), JULY_2020, null, null));

        assertThat(truth.applyTo(FRESH)).isEqualTo(new Caption(FRESH.text(), true, JULY_2020));
    }

    private static Evidence evidence(Caption caption, String instructions, List<String> categories) {
        return new Evidence(caption, Credit.NONE, instructions, categories, null, null, null);
    }
}
