package org.broadsheet.ingest.routing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.broadsheet.core.wire.Routing;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.ingest.house.Concern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/// Applies the routing rules. They are made ready once; whether they still stand is asked once a transaction, so that a
/// change counts from the next batch on, in every instance.
@Component
class RoutingDesk implements Router, Concern {

    private static final Logger LOG = LoggerFactory.getLogger(RoutingDesk.class);

    private final RuleBook book;
    private final JsonMapper json;
    private final Set<String> troubles = ConcurrentHashMap.newKeySet();
    private volatile Edition current = new Edition(-1, List.of(), List.of());

    RoutingDesk(RuleBook book, JsonMapper json) {
        this.book = book;
        this.json = json;
    }

    @Override
    public Routing route(WireItem item) {
        return decide(current(), item);
    }

    /// Sentences about rules that cannot be applied.
    @Override
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>(current.unread());
        remarks.addAll(troubles);
        return remarks;
    }

    private Routing decide(Edition edition, WireItem item) {
        if (edition.rules().isEmpty()) {
            return Routing.NONE;
        }
        Sight sight = new Sight(item);
        String desk = "";
        String section = "";
        Set<String> tags = new LinkedHashSet<>();
        boolean autoPublish = false;
        List<String> names = new ArrayList<>();
        for (CompiledRule compiled : edition.rules()) {
            if (!matches(compiled, sight)) {
                continue;
            }
            Rule.Then then = compiled.rule().then();
            desk = desk.isEmpty() ? then.desk() : desk;
            section = section.isEmpty() ? then.section() : section;
            tags.addAll(then.tags());
            autoPublish |= then.autoPublish();
            names.add(compiled.rule().name());
            if (then.stop()) {
                break;
            }
        }
        return names.isEmpty() ? Routing.NONE : new Routing(desk, section, List.copyOf(tags), autoPublish, names);
    }

    private boolean matches(CompiledRule compiled, Sight sight) {
        try {
            return compiled.matches(sight);
        } catch (RuntimeException | StackOverflowError e) {
            pass(compiled.rule().name(), e);
            return false;
        }
    }

    private void pass(String rule, Throwable e) {
        if (troubles.size() < RuleBook.MOST && troubles.add(sentence(rule, e))) {
            LOG.atWarn().addKeyValue("rule", rule).setCause(e).log("A routing rule failed and is passed over");
        }
    }

    private static String sentence(String rule, Throwable e) {
        return "The routing rule “" + rule + "” cannot be applied and is passed over: " + e.getMessage();
    }

    private Edition current() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return upToDate();
        }
        Edition checked = (Edition) TransactionSynchronizationManager.getResource(this);
        if (checked != null) {
            return checked;
        }
        Edition edition = upToDate();
        TransactionSynchronizationManager.bindResource(this, edition);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(RoutingDesk.this);
            }
        });
        return edition;
    }

    private Edition upToDate() {
        long number = book.edition();
        Edition known = current;
        if (known.number() == number) {
            return known;
        }
        Edition fresh = read(number, book.all());
        troubles.clear();
        current = fresh;
        return fresh;
    }

    private Edition read(long number, List<RuleBook.Written> written) {
        List<CompiledRule> rules = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        for (RuleBook.Written one : written) {
            if (!one.active()) {
                continue;
            }
            try {
                rules.add(CompiledRule.of(one.read(json)));
            } catch (RuntimeException e) {
                unread.add(sentence(one.name(), e));
                LOG.atWarn()
                        .addKeyValue("rule", one.name())
                        .setCause(e)
                        .log("A routing rule cannot be read and is passed over");
            }
        }
        return new Edition(number, List.copyOf(rules), List.copyOf(unread));
    }

    /// The rules of one edition of the book, made ready.
    ///
    /// @param unread sentences about those that cannot be read
    private record Edition(long number, List<CompiledRule> rules, List<String> unread) {}
}
