package org.broadsheet.cms.cropping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.broadsheet.cms.audit.AuditBook;
import org.broadsheet.cms.darkroom.Area;
import org.broadsheet.cms.house.Asked;
import org.broadsheet.cms.picture.CropName;
import org.broadsheet.cms.picture.Crops;
import org.broadsheet.cms.picture.FocalPoint;
import org.broadsheet.cms.picture.HeldPicture;
import org.broadsheet.cms.picture.PictureStore;
import org.broadsheet.cms.staff.Privilege;
import org.broadsheet.cms.staff.StaffMember;
import org.broadsheet.core.desk.Refusal;
import org.broadsheet.core.picture.PictureHash;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Changes how pictures are cut, for who may, and enters each change in the audit.
@Component
class CropDesk {

    private static final String FOCUS = "focus";

    private final Crops crops;
    private final PictureStore pictures;
    private final AuditBook audit;
    private final TransactionTemplate transaction;
    private final JdbcClient database;

    CropDesk(
            Crops crops, PictureStore pictures, AuditBook audit, TransactionTemplate transaction, JdbcClient database) {
        this.crops = crops;
        this.pictures = pictures;
        this.audit = audit;
        this.transaction = transaction;
        this.database = database;
    }

    /// How a picture is cut.
    CropSheet sheet(PictureHash picture) {
        HeldPicture held = pictures.facts(picture);
        Map<String, CropSheet.@Nullable Cut> cuts = new LinkedHashMap<>();
        List<CropSheet.Change> history = new ArrayList<>();
        Map<UUID, String> names = new HashMap<>();
        for (CropName name : CropName.values()) {
            Area area = crops.area(picture, name).orElse(null);
            List<Crops.Drawn> drawn = crops.history(picture, name);
            boolean isDrawn = !drawn.isEmpty() && drawn.getFirst().area() != null;
            cuts.put(name.word(), area == null ? null : CropSheet.Cut.of(area, isDrawn));
            for (Crops.Drawn each : drawn) {
                history.add(new CropSheet.Change(
                        name.word(),
                        each.number(),
                        each.madeAt(),
                        name(each.madeBy(), names),
                        each == drawn.getFirst(),
                        null,
                        each.area() == null ? null : CropSheet.Cut.of(each.area(), true)));
            }
        }
        List<Crops.Focus> foci = crops.foci(picture);
        for (Crops.Focus each : foci) {
            history.add(new CropSheet.Change(
                    FOCUS,
                    each.number(),
                    each.madeAt(),
                    each.madeBy() == null ? null : name(each.madeBy(), names),
                    each == foci.getFirst(),
                    focus(each),
                    null));
        }
        int version = history.size();
        history.sort(Comparator.comparing(CropSheet.Change::at)
                .thenComparing(CropSheet.Change::number)
                .reversed());
        return new CropSheet(held.width(), held.height(), version, focus(foci.getFirst()), cuts, history);
    }

    /// Sets the focal point.
    ///
    /// @param seen the version it was set on; `null`: whatever stands
    CropSheet focus(PictureHash picture, FocalPoint point, @Nullable Integer seen, StaffMember member) {
        return change(
                picture,
                seen,
                member,
                "focal-point-set",
                Map.of("x", point.x(), "y", point.y()),
                () -> crops.focus(picture, point, member.id()));
    }

    /// Goes back to the proposed focal point.
    CropSheet focusAsProposed(PictureHash picture, @Nullable Integer seen, StaffMember member) {
        return change(
                picture,
                seen,
                member,
                "focal-point-proposed",
                Map.of(),
                () -> crops.focusAsProposed(picture, member.id()));
    }

    /// Draws a crop, which must lie in the picture and have the crop's shape.
    CropSheet draw(PictureHash picture, CropName name, Area area, @Nullable Integer seen, StaffMember member) {
        return change(
                picture,
                seen,
                member,
                "crop-drawn",
                Map.of(
                        "crop", name.word(),
                        "x", area.left(),
                        "y", area.top(),
                        "width", area.width(),
                        "height", area.height()),
                () -> crops.draw(picture, name, area, member.id()));
    }

    /// Takes a drawn crop back.
    CropSheet takeBack(PictureHash picture, CropName name, @Nullable Integer seen, StaffMember member) {
        return change(
                picture,
                seen,
                member,
                "crop-taken-back",
                Map.of("crop", name.word()),
                () -> crops.draw(picture, name, null, member.id()));
    }

    /// Refuses those who may not.
    void admit(StaffMember member) {
        if (!member.may(Privilege.LOOK_AFTER_PICTURES)) {
            throw Asked.refused(new Refusal.NotAllowed(Privilege.LOOK_AFTER_PICTURES.words()));
        }
    }

    private CropSheet change(
            PictureHash picture,
            @Nullable Integer seen,
            StaffMember member,
            String action,
            Map<String, Object> details,
            Runnable work) {
        admit(member);
        Supplier<Boolean> changed = () -> {
            int stands = crops.changes(picture);
            if (seen != null && stands != seen) {
                return false;
            }
            work.run();
            Map<String, Object> entered = new LinkedHashMap<>(details);
            entered.put("picture", picture.value());
            audit.enter(member.id(), action, null, entered);
            return true;
        };
        boolean isChanged = Boolean.TRUE.equals(transaction.execute(_ -> changed.get()));
        CropSheet now = sheet(picture);
        if (!isChanged) {
            String who = now.history().isEmpty() || now.history().getFirst().by() == null
                    ? "Somebody"
                    : now.history().getFirst().by();
            throw Asked.stale(who + " cut this picture in between. Nothing of yours is lost.", now);
        }
        return now;
    }

    private static CropSheet.Focus focus(Crops.Focus focus) {
        return new CropSheet.Focus(focus.point().x(), focus.point().y(), focus.proposed());
    }

    private String name(UUID staff, Map<UUID, String> known) {
        return known.computeIfAbsent(
                staff,
                id -> database.sql("SELECT name FROM staff WHERE id = ?")
                        .param(id)
                        .query(String.class)
                        .single());
    }
}
