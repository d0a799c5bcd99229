using System.Net;
using System.Text.Json;
using Integration.Contracts.Operations;
using Integration.Tests.Integration.Platform;
using Xunit;
using static Integration.Tests.Integration.Console.Reports;

namespace Integration.Tests.Integration.Console;

public sealed class LaneTests : IAsyncLifetime
{
    private Surroundings? _surroundings;
    private ConsoleHarness? _console;

    private ConsoleHarness Console => _console!;

    public async ValueTask InitializeAsync()
    {
        _surroundings = await Surroundings.CreateAsync(null, null, TestContext.Current.CancellationToken);
        _console = await ConsoleHarness.StartAsync(_surroundings.Settings);
    }

    public async ValueTask DisposeAsync()
    {
        if (_console is not null) await _console.DisposeAsync();
        if (_surroundings is not null) await _surroundings.DisposeAsync();
    }

    [Fact]
    public async Task A_paused_lane_is_shown_with_its_rule_and_resumed_where_it_is_held()
    {
        await Console.ReportAsync(Lane("writing", "paused", 2, "Rule 'ShipVia' failed.", "erp.connection"), Lane("writing", "running", 1, ""), Lane("reading", "off", 1, "Switched off by flow document version 2."));
        await Console.ListenAsync<ResumeLane>("erp.connection");

        var lanes = (await Console.GetAsync("/api/status")).GetProperty("lanes").EnumerateArray().ToList();
        Assert.Equal([("reading", "off", false), ("writing", "paused", true)], lanes.Select(Shown));
        Assert.Equal("Rule 'ShipVia' failed.", lanes[1].GetProperty("reason").GetString());

        using var resumed = await Console.PostAsync("/api/lanes/shop-erp/orders/writing/resume", new { });
        Assert.Equal(HttpStatusCode.Accepted, resumed.StatusCode);
        Assert.Equal(new ResumeLane("shop-erp", "orders", "writing", "Ada"), Assert.Single(await Console.ExpectAsync<ResumeLane>(1)));
        using var off = await Console.PostAsync("/api/lanes/shop-erp/orders/reading/resume", new { });
        Assert.Equal(HttpStatusCode.Conflict, off.StatusCode);
        using var unknown = await Console.PostAsync("/api/lanes/shop-erp/orders/mapping/resume", new { });
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    private static (string?, string?, bool) Shown(JsonElement lane) =>
        (lane.GetProperty("half").GetString(), lane.GetProperty("state").GetString(), lane.GetProperty("canResume").GetBoolean());

    private static LaneReported Lane(string half, string state, int minute, string reason, string commands = "") =>
        new(ConsoleHarness.Pair, "orders", half, state, reason, commands, At(minute));
}
