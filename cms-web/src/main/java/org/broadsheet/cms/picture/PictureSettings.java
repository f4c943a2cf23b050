package org.broadsheet.cms.picture;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Where pictures are kept.
///
/// @param folder holds originals and the sizes made of them, unless a bucket does
/// @param s3 an S3-compatible store to keep them in; `null`: the folder
@Validated
@ConfigurationProperties("broadsheet.cms.picture")
record PictureSettings(
        @DefaultValue("pictures") Path folder,
        @Valid @Nullable S3 s3) {

    /// An S3-compatible store.
    ///
    /// @param endpoint where it answers, such as `https://s3.eu-central-1.amazonaws.com`
    /// @param region what requests are signed for; stores of one's own take any
    /// @param bucket which must exist
    /// @param prefix before every name, such as `pictures/`; may be empty
    /// @param accessKey who we are there
    /// @param secretKey what we prove it with
    /// @param timeout for connecting, and for each piece of an answer
    record S3(
            URI endpoint,
            @DefaultValue("us-east-1") @NotBlank String region,
            @NotBlank String bucket,

            @DefaultValue("") @Pattern(regexp = "([a-zA-Z0-9._-]+/)*")
            String prefix,

            @NotBlank String accessKey,
            @NotBlank String secretKey,
            @DefaultValue("10s") Duration timeout) {}
}
