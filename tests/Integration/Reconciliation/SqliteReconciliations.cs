using Xunit;

namespace Integration.Tests.Integration.Reconciliation;

public sealed class SqliteReconciliations() : ReconciliationTests(null)
{
    [Fact]
    public Task Twenty_five_losses_and_ten_drifts_among_ten_thousand_orders_are_all_found_and_nothing_else() => FindsExactlyAsync(10_000, 25, 10);
}
