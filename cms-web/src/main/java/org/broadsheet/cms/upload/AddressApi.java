package org.broadsheet.cms.upload;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.broadsheet.cms.house.Asked;
import org.broadsheet.cms.staff.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Brings a picture in from an address on the list.
@RestController
class AddressApi {

    private final AddressFetch fetch;
    private final Reception reception;
    private final Spool spool;
    private final TransactionTemplate transaction;
    private final Semaphore turns;

    AddressApi(
            AddressFetch fetch,
            Reception reception,
            Spool spool,
            TransactionTemplate transaction,
            UploadSettings settings) {
        this.fetch = fetch;
        this.reception = reception;
        this.spool = spool;
        this.transaction = transaction;
        this.turns = new Semaphore(settings.fetchedAtOnce());
    }

    /// Fetches what lies at an address and keeps it, if it is a picture. An address from which nothing is fetched is
    /// turned away with 422.
    @PostMapping("/desk/api/uploads/from-address")
    UploadAnswer fetch(@RequestBody @Valid AddressForm form, @AuthenticationPrincipal StaffMember member) {
        UploadApi.mayBringIn(member);
        if (!turns.tryAcquire()) {
            throw Asked.busy("Other pictures are being fetched. Try again in a moment.");
        }
        try {
            return switch (fetch.fetch(form.address())) {
                case AddressFetch.Fetched.NoPicture no ->
                    UploadAnswer.of(null, no.address().toString(), 0, 0, new Upload.Standing.Refused(no.sentence()));
                case AddressFetch.Fetched.Came came -> keep(came, member);
            };
        } catch (NotFetched e) {
            throw TurnedAway.by("address", e.sentence());
        } finally {
            turns.release();
        }
    }

    private UploadAnswer keep(AddressFetch.Fetched.Came came, StaffMember member) {
        String address = came.address().toString();
        try {
            Upload.Standing standing = reception.holding(came.size(), () -> {
                byte[] file = read(came);
                Optional<String> unfit = reception.unfit(file);
                return unfit.<Upload.Standing>map(Upload.Standing.Refused::new)
                        .orElseGet(() ->
                                transaction.execute(_ -> reception.keep(file, "", member, Map.of("address", address))));
            });
            return UploadAnswer.of(null, address, came.size(), came.size(), standing);
        } finally {
            spool.drop(came.file());
        }
    }

    private static byte[] read(AddressFetch.Fetched.Came came) {
        try {
            return Files.readAllBytes(came.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// An address as an editor enters it.
    record AddressForm(
            @NotBlank(message = "Enter the address of a picture.")
            @Size(max = 2_000, message = "An address has at most 2,000 characters.")
            String address) {}
}
