package org.broadsheet.cms.darkroom;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// How much a picture may ask of the machine.
///
/// @param mostPixels an original with more pixels than this is refused
/// @param mostBytes an original with more bytes than this is refused
/// @param drawnAtOnce how many pictures are decoded at the same time
/// @param waiting how many pictures may wait for their turn; whoever comes after them is told to come back
/// @param longestWait how long whoever asked waits before being told to come back
/// @param longestDrawing after which the reading of an original is given up
/// @param memory what all originals being read may take together
/// @param avifEncoder the program that writes AVIF, by name or path; empty: no AVIF is made
/// @param avifDecoder the program that reads AVIF, by name or path; empty: AVIF originals are refused
@Validated
@ConfigurationProperties("broadsheet.cms.darkroom")
public record DarkroomSettings(
        @DefaultValue("60000000") @Positive @Max(400_000_000)
        long mostPixels,

        @DefaultValue("100MB") DataSize mostBytes,
        @DefaultValue("2") @Min(1) @Max(64) int drawnAtOnce,
        @DefaultValue("64") @Min(0) @Max(10_000) int waiting,
        @DefaultValue("10s") Duration longestWait,
        @DefaultValue("20s") Duration longestDrawing,
        @DefaultValue("256MB") DataSize memory,
        @DefaultValue("avifenc") String avifEncoder,
        @DefaultValue("avifdec") String avifDecoder) {}
