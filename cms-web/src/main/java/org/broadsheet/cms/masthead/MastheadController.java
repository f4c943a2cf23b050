package org.broadsheet.cms.masthead;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Takes the masthead from whoever runs the house (internal port, service token).
@RestController
class MastheadController {

    private static final Logger log = LoggerFactory.getLogger(MastheadController.class);

    private final MastheadDesk desk;

    MastheadController(MastheadDesk desk) {
        this.desk = desk;
    }

    @PutMapping("/api/masthead")
    ResponseEntity<ProblemDetail> put(@RequestBody MastheadForm form) {
        List<MastheadFault> faults =
                switch (MastheadReading.read(form)) {
                    case MastheadReading.Outcome.Faulty faulty -> faulty.faults();
                    case MastheadReading.Outcome.Good good -> desk.put(good.masthead(), good.promos());
                };
        if (!faults.isEmpty()) {
            ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "The masthead stays as it was. " + faults.getFirst().sentence());
            problem.setTitle("The masthead cannot be printed");
            problem.setProperty("faults", faults);
            return ResponseEntity.of(problem).build();
        }
        log.atInfo().addKeyValue("name", form.name()).log("Masthead changed");
        return ResponseEntity.noContent().build();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException e) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST,
                "The masthead is JSON with name, tagline, timeZone, language, sections and promos; this could not be read"
                        + " as that.");
        problem.setTitle("The masthead cannot be read");
        return ResponseEntity.of(problem).build();
    }
}
