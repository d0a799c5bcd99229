using Integration.Platform;
using Xunit;

namespace Integration.Tests.Unit.Platform;

public sealed class BackoffTests
{
    [Fact]
    public void It_doubles_up_to_its_ceiling()
    {
        var waits = Enumerable.Range(1, 7).Select(attempt => Backoff.After(attempt, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30)).TotalSeconds);

        Assert.Equal([1, 2, 4, 8, 16, 30, 30], waits);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(int.MaxValue)]
    public void It_never_overflows(int attempt) =>
        Assert.InRange(Backoff.After(attempt, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)), TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
}
