using Integration.Run.Commands;
using Integration.Run.Stack;
using Xunit;

namespace Integration.Tests.EndToEnd.Demo;

/// <summary>What a person who just cloned the repository sees.</summary>
public sealed class EmbeddedDemoTests
{
    [Theory(Timeout = 300_000)]
    [InlineData("5.4", false)]
    [InlineData("5.4", true)]
    [InlineData("5.5", false)]
    [InlineData("5.5", true)]
    public async Task Demo_on_the_embedded_default_loses_and_doubles_nothing(string storeApi, bool addOn)
    {
        using var data = new TemporaryFolder();
        var exit = await DemoCommand.RunAsync(
            new StackOptions { DataRoot = data.Path, StoreApi = storeApi, AddOn = addOn }, orders: 20, resume: false, TestContext.Current.CancellationToken);
        Assert.Equal(0, exit);
    }

    [Theory(Timeout = 300_000)]
    [InlineData("fno", "5.4", false)]
    [InlineData("dataverse+fno", "5.5", true)]
    [InlineData("dataverse", "5.4", true)]
    public async Task Demo_with_Dynamics_loses_and_doubles_nothing(string mode, string storeApi, bool addOn)
    {
        using var data = new TemporaryFolder();
        var options = new StackOptions { Pair = DynamicsSandbox.Name, Mode = mode, DataRoot = data.Path, StoreApi = storeApi, AddOn = addOn };
        Assert.Equal(0, await DemoCommand.RunAsync(options, orders: 10, resume: false, TestContext.Current.CancellationToken));
    }
}
