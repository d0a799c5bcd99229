using Integration.Tests.Chaos.Harness;
using Xunit;

namespace Integration.Tests.Chaos.ErpFaults;

/// <summary>Nothing in the ERP forbids a second order: only the quiet time and the look stand between us and a duplicate. A class of its own, as classes run side by side.</summary>
[Trait("Bar", "R5")]
[Trait("Short", "R5")]
public sealed class FlakyErpThatAllowsDuplicatesTests
{
    [Fact(Timeout = 300_000)]
    public Task Erp_that_fails_in_every_way_and_allows_duplicates_gets_each_order_once() => FlakyErp.GetsEachOrderOnceAsync(PairUnderChaos.Asked, uniqueReference: false);
}
