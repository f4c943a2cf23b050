package org.broadsheet.ops.postgresql;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/// An empty database that one test has to itself.
///
/// @param url for JDBC
/// @param user that owns it
/// @param password of the user
public record TestDatabase(String url, String user, String password) {

    /// A source of plain connections to it, without a pool.
    public DataSource dataSource() {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    @Override
    public String toString() {
        return url;
    }
}
