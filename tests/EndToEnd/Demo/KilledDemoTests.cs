using System.Diagnostics;
using Integration.Run.Commands;
using Integration.Run.Stack;
using Xunit;

namespace Integration.Tests.EndToEnd.Demo;

/// <summary>The embedded default is killed with everything in one process, in-memory broker included.</summary>
public sealed class KilledDemoTests
{
    [Fact(Timeout = 300_000)]
    public async Task Embedded_default_killed_in_mid_run_loses_nothing_and_resume_finishes_it()
    {
        var ct = TestContext.Current.CancellationToken;
        using var data = new TemporaryFolder();
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "Integration.Run.dll"), "demo", "--orders", "60", "--data", data.Path }) start.ArgumentList.Add(argument);
        using var demo = Process.Start(start)!;

        // Some orders are placed, some of them are on their way: the worst moment.
        while (await demo.StandardError.ReadLineAsync(ct) is { } line && !line.Contains("50 orders placed", StringComparison.Ordinal))
        {
            TestContext.Current.SendDiagnosticMessage(line);
        }

        Assert.False(demo.HasExited, "The demo ended before it could be killed.");
        demo.Kill();
        await demo.WaitForExitAsync(ct);

        var exit = await DemoCommand.RunAsync(new StackOptions { DataRoot = data.Path }, orders: 60, resume: true, ct);
        Assert.Equal(0, exit);
    }
}
