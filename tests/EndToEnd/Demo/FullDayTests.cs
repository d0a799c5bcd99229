using Integration.Run.Commands;
using Integration.Run.Demo.Day;
using Integration.Run.Stack;
using Xunit;

namespace Integration.Tests.EndToEnd.Demo;

/// <summary>The whole day over all lanes, with books falsified behind our back and reconciled.</summary>
public sealed class FullDayTests
{
    [Theory(Timeout = 300_000)]
    [InlineData("5.4")]
    [InlineData("5.5")]
    public async Task Whole_day_ends_with_books_that_agree(string storeApi)
    {
        using var data = new TemporaryFolder();
        var exit = await DemoCommand.RunAsync(
            new StackOptions { DataRoot = data.Path, StoreApi = storeApi, Full = true }, orders: 20, resume: false, TestContext.Current.CancellationToken);
        Assert.Equal(0, exit);
    }

    [Fact(Timeout = 300_000)]
    public async Task Whole_day_with_Dynamics_ends_with_books_that_agree_and_names_what_is_not_served()
    {
        using var data = new TemporaryFolder();
        var options = new StackOptions { Pair = DynamicsSandbox.Name, DataRoot = data.Path, AddOn = true, Full = true };
        Assert.Equal(0, await DemoCommand.RunAsync(options, orders: 20, resume: false, TestContext.Current.CancellationToken));

        var lanes = await DayLanes.ReadAsync(options, TestContext.Current.CancellationToken);
        Assert.Equal(["products.toErp"], lanes.Unsupported);
    }
}
