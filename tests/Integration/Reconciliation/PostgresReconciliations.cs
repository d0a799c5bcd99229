using Integration.Tests.Servers;

namespace Integration.Tests.Integration.Reconciliation;

public sealed class PostgresReconciliations(PostgresFixture databases) : ReconciliationTests(databases);
