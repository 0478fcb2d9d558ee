package io.pilotage.operations;

import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/** Which versions of the product, its database and its Java run here, for whoever reports a fault. */
@Component
public class Versions {

    private final ObjectProvider<BuildProperties> build;
    private final DataSource dataSource;

    Versions(ObjectProvider<BuildProperties> build, DataSource dataSource) {
        this.build = build;
        this.dataSource = dataSource;
    }

    public String product() {
        return build.stream().map(BuildProperties::getVersion).findFirst().orElse("?");
    }

    public String java() {
        return Runtime.version().toString();
    }

    /** Name and version as the database says them. */
    public String database() {
        try {
            return JdbcUtils.extractDatabaseMetaData(
                    dataSource, data -> data.getDatabaseProductName() + " " + data.getDatabaseProductVersion());
        } catch (MetaDataAccessException away) {
            throw new IllegalStateException(away);
        }
    }
}
