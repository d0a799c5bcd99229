using Integration.Run.Commands;
using Integration.Run.Stack;
using Xunit;

namespace Integration.Tests.EndToEnd.Demo;

/// <summary>What a person who just cloned the repository sees.</summary>
public sealed class EmbeddedDemoTests
{
    [Fact(Timeout = 300_000)]
    public async Task Demo_on_the_embedded_default_loses_and_doubles_nothing()
    {
        using var data = new TemporaryFolder();
        var exit = await DemoCommand.RunAsync(
            new StackOptions { DataRoot = data.Path }, SandboxPairFile.Pair, orders: 20, resume: false, TestContext.Current.CancellationToken);
        Assert.Equal(0, exit);
    }
}
