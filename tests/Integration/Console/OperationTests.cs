using System.Net;
using Integration.Contracts.Operations;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Routing;
using Integration.Contracts.Storefront;
using Xunit;
using static Integration.Tests.Integration.Console.Reports;

namespace Integration.Tests.Integration.Console;

public sealed class OperationTests : ConsoleTests
{
    [Fact]
    public async Task Pausing_and_resuming_reaches_the_connection_with_name_and_reason()
    {
        await Console.ListenAsync<PauseConnection>(Queues.Connection("erp"));
        await Console.ReportAsync(Connection("open", 0));

        using var paused = await Console.PostAsync("/api/connections/erp/pause", new { reason = "stocktaking" });
        var pause = Assert.Single(await Console.ExpectAsync<PauseConnection>(1));
        await Console.ReportAsync(Connection("stopped", 1, "stocktaking"));
        using var resumed = await Console.PostAsync("/api/connections/erp/resume", new { });

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Accepted), (paused.StatusCode, resumed.StatusCode));
        Assert.Equal(new PauseConnection("erp", true, "Ada", "stocktaking"), pause);
        Assert.Equal(new PauseConnection("erp", false, "Ada", ""), (await Console.ExpectAsync<PauseConnection>(2))[1]);
        var shown = Assert.Single((await Console.GetAsync("/api/status")).GetProperty("connections").EnumerateArray());
        Assert.Equal(("stopped", "stocktaking"), (shown.GetProperty("state").GetString(), shown.GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task An_older_report_of_a_connection_does_not_hide_a_newer_one()
    {
        await Console.ReportAsync(Connection("denied", 5, "The key was revoked."), Connection("open", 4));

        Assert.Equal("denied", Assert.Single((await Console.GetAsync("/api/status")).GetProperty("connections").EnumerateArray()).GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_connection_that_never_reported_is_refused_with_the_names_that_did()
    {
        await Console.ReportAsync(Connection("open", 0));

        using var answer = await Console.PostAsync("/api/connections/epr/pause", new { reason = "stocktaking" });

        await RefusedAsync(answer, HttpStatusCode.NotFound, "Known: erp.");
    }

    [Fact]
    public async Task A_pause_without_a_reason_is_refused()
    {
        await Console.ReportAsync(Connection("open", 0));

        using var answer = await Console.PostAsync("/api/connections/erp/pause", new { reason = " " });

        await RefusedAsync(answer, HttpStatusCode.BadRequest, "Say why");
    }

    [Fact]
    public async Task Release_resubmit_and_reread_reach_the_service_that_acts_with_the_operators_name()
    {
        await Console.ListenAsync<RereadRecord>(Queues.OrdersRead(ConsoleHarness.Pair));
        await Console.ReportAsync(Activity("1", 0, "Held by rule big-order.", "held"));

        foreach (var action in new[] { "release", "resubmit", "reread" })
        {
            using var answer = await Console.PostAsync($"/api/orders/shop-erp/1/{action}", new { });
            Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        }

        Assert.Equal(("order", "1", "Ada"), Assert.Single(await Console.ExpectAsync<RereadRecord>(1)) is var reread ? (reread.Entity, reread.Id, reread.Operator) : default);
        var sent = await Console.WaitingAsync(Queues.OrderToCash(ConsoleHarness.Pair));
        Assert.Equal([typeof(ReleaseOrder).FullName, typeof(ResubmitOrder).FullName], sent.Select(row => row.Type));
        Assert.All(sent, row => Assert.Contains("Ada", row.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_order_that_nobody_has_seen_is_not_sent_anywhere()
    {
        using var answer = await Console.PostAsync("/api/orders/shop-erp/77/release", new { });

        await RefusedAsync(answer, HttpStatusCode.NotFound, "needs the shop's order id, not its number");
        Assert.Empty(await Console.WaitingAsync(Queues.OrderToCash(ConsoleHarness.Pair)));
    }

    [Fact]
    public async Task A_name_outside_ASCII_arrives_as_it_was_written()
    {
        await Console.ListenAsync<PauseConnection>(Queues.Connection("erp"));
        await Console.ReportAsync(Connection("open", 0));
        Console.Http.DefaultRequestHeaders.Remove("X-Operator");
        Console.Http.DefaultRequestHeaders.Add("X-Operator", Uri.EscapeDataString("Łukasz Żak"));

        using var answer = await Console.PostAsync("/api/connections/erp/pause", new { reason = "stocktaking" });

        Assert.Equal("Łukasz Żak", Assert.Single(await Console.ExpectAsync<PauseConnection>(1)).Operator);
    }
}
