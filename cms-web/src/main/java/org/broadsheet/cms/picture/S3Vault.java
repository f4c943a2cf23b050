package org.broadsheet.cms.picture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Pictures in a bucket of an S3-compatible store. A put is one request: the store shows the object when it has all of
/// it, and never a part. The store keeps it durably by its own promise, or has not said yes.
final class S3Vault implements PictureVault, AutoCloseable {

    private static final int NOT_FOUND = 404;

    private final S3Client client;
    private final String bucket;
    private final String prefix;

    private S3Vault(S3Client client, String bucket, String prefix) {
        this.client = client;
        this.bucket = bucket;
        this.prefix = prefix;
    }

    static S3Vault of(PictureSettings.S3 settings) {
        Duration timeout = settings.timeout();
        S3Client client = S3Client.builder()
                .endpointOverride(settings.endpoint())
                .region(Region.of(settings.region()))
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())))
                // Our own hash is checked on every reading; not every store knows the newer checksums.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(timeout)
                        .socketTimeout(timeout))
                .overrideConfiguration(how ->
                        how.apiCallTimeout(timeout.multipliedBy(3)).apiCallAttemptTimeout(timeout.plusSeconds(5)))
                .build();
        return new S3Vault(client, settings.bucket(), settings.prefix());
    }

    @Override
    public Optional<byte[]> read(String name) {
        try {
            return Optional.of(client.getObjectAsBytes(get -> get.bucket(bucket).key(prefix + name))
                    .asByteArray());
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (SdkException e) {
            throw away("read", e);
        }
    }

    @Override
    public boolean has(String name) {
        try {
            client.headObject(head -> head.bucket(bucket).key(prefix + name));
            return true;
        } catch (S3Exception e) {
            // A HEAD has no body that could say which of the two is missing, key or bucket.
            if (e.statusCode() == NOT_FOUND) {
                return false;
            }
            throw away("looked for", e);
        } catch (SdkException e) {
            throw away("looked for", e);
        }
    }

    @Override
    public void write(String name, byte[] bytes, boolean durably) {
        try {
            client.putObject(put -> put.bucket(bucket).key(prefix + name), RequestBody.fromBytes(bytes));
        } catch (SdkException e) {
            throw away("written", e);
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private static UncheckedIOException away(String what, SdkException e) {
        return new UncheckedIOException(new IOException("A picture cannot be " + what + " in the bucket", e));
    }
}
