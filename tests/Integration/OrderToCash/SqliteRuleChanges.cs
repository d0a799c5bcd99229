namespace Integration.Tests.Integration.OrderToCash;

public sealed class SqliteRuleChanges() : RuleChangeTests(null);
