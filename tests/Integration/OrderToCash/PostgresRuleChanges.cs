using Integration.Tests.Servers;

namespace Integration.Tests.Integration.OrderToCash;

public sealed class PostgresRuleChanges(PostgresFixture postgres) : RuleChangeTests(postgres);
