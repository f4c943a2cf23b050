package org.broadsheet.cms.picture;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Where pictures are kept and how much one of them may ask of the machine.
///
/// @param folder holds originals and the sizes made of them
/// @param mostPixels an original with more pixels than this is refused
/// @param drawnAtOnce how many pictures are decoded at the same time; others wait
/// @param longestWait how long a picture waits for its turn to be drawn before its reader is told to come back
@Validated
@ConfigurationProperties("broadsheet.cms.picture")
record PictureSettings(
        Path folder,

        @DefaultValue("60000000") @Positive @Max(400_000_000)
        long mostPixels,

        @DefaultValue("2") @Min(1) @Max(64) int drawnAtOnce,
        @DefaultValue("10s") Duration longestWait) {}
