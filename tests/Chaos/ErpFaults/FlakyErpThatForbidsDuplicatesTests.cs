using Integration.Tests.Chaos.Harness;
using Xunit;

namespace Integration.Tests.Chaos.ErpFaults;

/// <summary>The ERP refuses a second order with our reference, so that a write may be repeated at once. A class of its own, as classes run side by side.</summary>
[Trait("Bar", "R5")]
[Trait("Short", "R5")]
public sealed class FlakyErpThatForbidsDuplicatesTests
{
    [Fact(Timeout = 300_000)]
    public Task Erp_that_fails_in_every_way_and_forbids_duplicates_gets_each_order_once() => FlakyErp.GetsEachOrderOnceAsync(PairUnderChaos.Asked, uniqueReference: true);
}
