package io.pilotage.workflow;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.operaton.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.operaton.bpm.spring.boot.starter.configuration.OperatonDeploymentConfiguration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the models, decision tables and forms of the jar under their class-path names. The starter's own way names a
 * file differently from classes and from a jar, and in a jar loses one of two files of the same name.
 */
@Component
@DependsOnDatabaseInitialization
class ModelFiles implements OperatonDeploymentConfiguration {

    private static final String[] ROOTS = {"processes", "forms"};

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        SpringProcessEngineConfiguration engine = (SpringProcessEngineConfiguration) configuration;
        engine.setDeploymentName("Pilotage");
        engine.setDeploymentResources(getDeploymentResources().toArray(Resource[]::new));
    }

    @Override
    public Set<Resource> getDeploymentResources() {
        Set<Resource> files = new LinkedHashSet<>();
        try {
            for (String root : ROOTS) {
                for (Resource file :
                        new PathMatchingResourcePatternResolver().getResources("classpath*:" + root + "/**/*.*")) {
                    if (file.isReadable() && isModel(file)) {
                        files.add(named(file, root));
                    }
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("The models of the jar cannot be read", e);
        }
        return files;
    }

    /** Beside the forms lie their translations, which are read from the jar. */
    private static boolean isModel(Resource file) {
        return String.valueOf(file.getFilename()).matches(".*\\.(bpmn|dmn|form)");
    }

    private static Resource named(Resource file, String root) throws IOException {
        String url = file.getURL().toString();
        String name = url.substring(url.lastIndexOf("/" + root + "/") + 1);
        return new ByteArrayResource(file.getContentAsByteArray(), name) {
            @Override
            public String getDescription() {
                return name;
            }

            @Override
            public boolean equals(Object other) {
                return other instanceof ByteArrayResource that
                        && that.getDescription().equals(getDescription());
            }

            @Override
            public int hashCode() {
                return name.hashCode();
            }
        };
    }
}
