package org.broadsheet.cms.upload;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// What pictures that are brought in by hand may take of the machine, and from where they are fetched.
///
/// @param folder where the pieces wait until a picture is whole; several instances share it, or each person stays with
/// one of them
/// @param openAtOnce how many unfinished uploads one person may have
/// @param spooled how many bytes all unfinished uploads may announce together
/// @param abandonedAfter an upload that nobody went on with for so long is forgotten
/// @param allowedHosts from where an address may be fetched: `pictures.example.org`, `*.example.org` for everything
/// below it, with `:8443` behind it where the port is not the usual one; empty: from nowhere
/// @param plainHttp whether addresses without encryption are fetched too
/// @param privateAddresses whether hosts inside the house are fetched from; only where the list names them by purpose
/// @param connectWithin how long a host may take to accept a call, and to begin its answer
/// @param fetchWithin how long a picture may take to come from an address, redirects included
/// @param fetchedAtOnce how many pictures come from addresses at the same time
@Validated
@ConfigurationProperties("broadsheet.cms.upload")
record UploadSettings(
        @NotNull Path folder,
        @DefaultValue("50") @Min(1) @Max(10_000) int openAtOnce,
        @DefaultValue("10GB") @NotNull DataSize spooled,
        @DefaultValue("24h") @NotNull Duration abandonedAfter,

        @DefaultValue
        List<
                        @Pattern(
                                regexp = "(\\*\\.)?[a-z0-9.:\\[\\]-]+",
                                message = "An allowed host is like pictures.example.org or *.example.org")
                        String>
                allowedHosts,

        @DefaultValue("false") boolean plainHttp,
        @DefaultValue("false") boolean privateAddresses,
        @DefaultValue("5s") @NotNull Duration connectWithin,
        @DefaultValue("60s") @NotNull Duration fetchWithin,
        @DefaultValue("3") @Min(1) @Max(20) int fetchedAtOnce) {
    UploadSettings {
        allowedHosts = List.copyOf(allowedHosts);
    }
}
