package io.pilotage.workflow;

import io.pilotage.audit.TrailEntry;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.operaton.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Signatures under deciding tasks (ASVS 5.0 7.5.3, 21 CFR 11.50): which tasks are signed says their model, what the
 * signer declares says their form, and the trail keeps both with the moment in which the signer showed who they are.
 */
@Component
public class Signing {

    private final SignatureProofs proofs;
    private final Forms forms;
    private final FormTexts texts;
    private final CaseDirectory cases;
    private final ObjectProvider<ProcessEngine> engine;
    private final TrustedEngine trusted;
    private final ObjectProvider<OtherSignatures> others;

    Signing(
            SignatureProofs proofs,
            Forms forms,
            FormTexts texts,
            CaseDirectory cases,
            ObjectProvider<ProcessEngine> engine,
            TrustedEngine trusted,
            ObjectProvider<OtherSignatures> others) {
        this.proofs = proofs;
        this.forms = forms;
        this.texts = texts;
        this.cases = cases;
        this.engine = engine;
        this.trusted = trusted;
        this.others = others;
    }

    /** What an open task asks to be signed; empty when it is done, unknown, or nobody signs it. */
    public Optional<SignatureRequest> asked(String engineTaskId) {
        return ofTask(engineTaskId)
                .or(() -> others.stream()
                        .flatMap(other -> other.asked(engineTaskId).stream())
                        .findFirst());
    }

    private Optional<SignatureRequest> ofTask(String engineTaskId) {
        return trusted.call(() -> ((ProcessEngineConfigurationImpl)
                        engine.getObject().getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(command -> Optional.ofNullable(command.getTaskManager().findTaskById(engineTaskId))
                        .flatMap(this::asked)));
    }

    /**
     * Signs the completion of a task that is signed.
     *
     * @throws SignatureMissing when the person has not just shown who they are
     */
    void sign(TaskEntity task, FormSchema form, String actor, TrailEntry.Builder completion) {
        SignatureMark.of(task).ifPresent(meaning -> {
            boolean played = PlayedPeople.areActing();
            SignatureProof proof = played
                    ? new SignatureProof(SignatureProof.SAMPLE, EngineWords.now())
                    : proofs.take(task.getId(), actor);
            completion
                    .sentence(played ? "trail.played" : "trail.signed")
                    .argument("signatureMeaning", meaning.code())
                    .argument("statement", statement(form))
                    .argument("means", proof.means())
                    .argument("provenAt", proof.at().toString());
        });
    }

    private Optional<SignatureRequest> asked(TaskEntity task) {
        String pilotKey = EngineWords.pilotKey(task.getExecution());
        return SignatureMark.of(task)
                .map(meaning -> new SignatureRequest(
                        task.getId(),
                        pilotKey,
                        EngineWords.process(task),
                        task.getTaskDefinitionKey(),
                        Objects.toString(cases.summary(pilotKey).get("title"), pilotKey),
                        task.getAssignee(),
                        meaning.code(),
                        statement(forms.of(EngineWords.deployment(task), EngineWords.formId(task))),
                        "/t/" + task.getId()));
    }

    /** As the signer reads it. */
    private String statement(FormSchema form) {
        Locale language = LocaleContextHolder.getLocale();
        String english = Objects.requireNonNull(form.statement(), "The rules for models see to the statement");
        return texts.text(form.id() + "." + form.id() + FormSchema.STATEMENT + ".text", english, language);
    }
}
