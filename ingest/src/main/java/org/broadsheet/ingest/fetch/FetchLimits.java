package org.broadsheet.ingest.fetch;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// What a sender may take of us.
///
/// @param largest how many bytes one payload may have, packed or unpacked
/// @param ratio how many times a packed body may grow when it is unpacked; counts from 1 MB on
/// @param connect how long a host may take to accept a call
/// @param firstByte how long it may take to begin its answer, and how long it may pause
/// @param whole how long one answer may take in all
/// @param slowest how many bytes a second it must send on average; judged from ten seconds on
/// @param redirects how many redirects are followed
/// @param inMemory how many bytes of a body are held in memory; more than that goes to a temporary file until it is
/// handed over
/// @param together how many bytes of large payloads may be in memory at once, over all feeds
@ConfigurationProperties("broadsheet.ingest.fetch")
public record FetchLimits(
        @DefaultValue("64MB") @NotNull DataSize largest,
        @DefaultValue("200") int ratio,
        @DefaultValue("10s") @NotNull Duration connect,
        @DefaultValue("30s") @NotNull Duration firstByte,
        @DefaultValue("10m") @NotNull Duration whole,
        @DefaultValue("1KB") @NotNull DataSize slowest,
        @DefaultValue("5") int redirects,
        @DefaultValue("512KB") @NotNull DataSize inMemory,
        @DefaultValue("96MB") @NotNull DataSize together) {}
