package org.broadsheet.core.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureHashTest {

    @Test
    void theSameBytesAreOnePicture() {
        // The test vector of FIPS 180-2 for "abc".
        assertThat(PictureHash.of("abc".getBytes(StandardCharsets.US_ASCII)))
                .hasToString("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD",
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\n",
                "../ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015"
            })
    void nothingElseIsAHash(String text) {
        assertThat(PictureHash.isHash(text)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new PictureHash(text));
    }
}
