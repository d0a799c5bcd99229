using System.Diagnostics;
using Integration.Run.Commands;
using Integration.Run.Stack;
using Integration.Tests.Servers;
using Integration.Tests.Telemetry;
using Xunit;

namespace Integration.Tests.EndToEnd.Separate;

/// <summary>Every service as its own process, on RabbitMQ and PostgreSQL.</summary>
public sealed class SeparateDemoTests
{
    private static readonly TimeSpan BetweenKills = TimeSpan.FromSeconds(1.5);

    [Fact(Timeout = 420_000)]
    public async Task Killing_every_process_once_in_mid_run_changes_nothing_and_one_trace_spans_all_services()
    {
        TestSettings.SkipWhenFast("RabbitMQ and PostgreSQL");
        var ct = TestContext.Current.CancellationToken;
        using var data = new TemporaryFolder();
        await using var traces = await OtlpReceiver.StartAsync(ct);
        var options = new StackOptions { Broker = "local", Database = "local", Separate = true, DataRoot = data.Path };
        var environment = new Dictionary<string, string> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = traces.Endpoint.ToString().TrimEnd('/') };
        await using var stack = await Stacks.StartAsync(options, environment, text => TestContext.Current.SendDiagnosticMessage(text), ct);

        var demo = DemoCommand.RunAsync(options, orders: 60, resume: false, ct);
        foreach (var service in stack.State.Processes.Keys)
        {
            await Task.WhenAny(demo, Task.Delay(BetweenKills, ct));
            using var victim = Process.GetProcessById(stack.State.Processes[service]);
            victim.Kill();
        }

        Assert.Equal(0, await demo);
        Assert.True(stack.State.Processes.Count >= 5, $"{stack.State.Processes.Count} processes");
        await Eventually.TrueAsync(() => traces.Spans.GroupBy(span => span.TraceId)
            .Any(trace => ServiceRole.Services.All(role => trace.Any(span => span.Service.Contains(role.Name, StringComparison.Ordinal)))), "one trace spans all services", everyMs: 200);
    }

    [Fact(Timeout = 300_000)]
    public async Task Demo_with_a_5_5_shop_and_the_add_on_as_separate_processes_loses_and_doubles_nothing()
    {
        TestSettings.SkipWhenFast("RabbitMQ and PostgreSQL");
        using var data = new TemporaryFolder();
        var options = new StackOptions { Broker = "local", Database = "local", Separate = true, StoreApi = "5.5", AddOn = true, DataRoot = data.Path };

        Assert.Equal(0, await DemoCommand.RunAsync(options, orders: 20, resume: false, TestContext.Current.CancellationToken));
    }

    [Fact(Timeout = 300_000)]
    public async Task Demo_with_Dynamics_and_its_events_as_separate_processes_loses_and_doubles_nothing()
    {
        TestSettings.SkipWhenFast("RabbitMQ and PostgreSQL");
        using var data = new TemporaryFolder();
        var options = new StackOptions { Pair = DynamicsSandbox.Name, Broker = "local", Database = "local", Separate = true, AddOn = true, DataRoot = data.Path };

        Assert.Equal(0, await DemoCommand.RunAsync(options, orders: 10, resume: false, TestContext.Current.CancellationToken));
    }
}
