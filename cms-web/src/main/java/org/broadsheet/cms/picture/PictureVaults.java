package org.broadsheet.cms.picture;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Chooses where pictures lie: in the bucket that is configured, else in the folder.
@Configuration(proxyBeanMethods = false)
class PictureVaults {

    @Bean
    PictureVault pictureVault(PictureSettings settings) {
        return settings.s3() == null ? new FolderVault(settings.folder()) : S3Vault.of(settings.s3());
    }
}
