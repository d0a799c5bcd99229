using Integration.Run.Commands;
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
            new StackOptions { DataRoot = data.Path, StoreApi = storeApi, Full = true }, SandboxPairFile.Pair, orders: 20, resume: false, TestContext.Current.CancellationToken);
        Assert.Equal(0, exit);
    }
}
