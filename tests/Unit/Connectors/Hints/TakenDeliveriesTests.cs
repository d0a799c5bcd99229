using Integration.Connectors.Hints;
using Xunit;

namespace Integration.Tests.Unit.Connectors.Hints;

public sealed class TakenDeliveriesTests
{
    [Fact]
    public void The_latest_are_remembered_and_the_oldest_forgotten()
    {
        var taken = new TakenDeliveries(most: 2);
        foreach (var delivery in (string[])["1", "2", "2", "3"]) taken.Add(delivery);

        Assert.Equal([false, true, true, false], ((string[])["1", "2", "3", "4"]).Select(taken.Has));
    }
}
