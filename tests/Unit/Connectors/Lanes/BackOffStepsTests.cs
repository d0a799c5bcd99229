using Integration.Connectors.Lanes;
using Integration.Contracts.Orders;
using Integration.Contracts.Storefront;
using Xunit;

namespace Integration.Tests.Unit.Connectors.Lanes;

public sealed class BackOffStepsTests
{
    private static readonly WriteErpNumber Message = new(new OrderKey("shop-erp", "1"), "1001", "SO1");

    [Fact]
    public void Steps_are_taken_one_after_the_other_the_last_again_and_again_until_the_work_is_done()
    {
        var steps = new BackOffSteps(_ => [TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1)]);

        Assert.Equal([10, 60, 60], Enumerable.Range(0, 3).Select(_ => steps.Next("q", Message).TotalSeconds));
        Assert.Equal(10, steps.Next("q", Message with { Key = new OrderKey("shop-erp", "2") }).TotalSeconds);
        steps.Done("q", Message);
        Assert.Equal(10, steps.Next("q", Message).TotalSeconds);
    }

    [Fact]
    public void Without_steps_nothing_is_added() => Assert.Equal(TimeSpan.Zero, new BackOffSteps(_ => []).Next("q", Message));
}
