using Integration.Tests.Chaos.Harness;
using Xunit;

namespace Integration.Tests.Chaos.ErpFaults;

/// <summary>Finance and Operations with order numbers of its own: nothing refuses a second order, and a lost answer is told from a lost order by a look after the quiet time.</summary>
public sealed class FlakyDynamicsTests
{
    [Fact(Timeout = 300_000)]
    public Task Finance_and_operations_that_fails_in_every_way_and_numbers_orders_itself_gets_each_order_once() =>
        FlakyErp.GetsEachOrderOnceAsync(PairUnderChaos.Dynamics, uniqueReference: false);
}
