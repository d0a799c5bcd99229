using System.Net;
using System.Net.Http.Json;
using Integration.Contracts.Operations;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Serialization;
using Integration.Tests.Compliance.Connectors.Support;
using Integration.Tests.Servers;
using Xunit;

namespace Integration.Tests.Compliance.Connectors.Hosted;

/// <summary>Backfills as an operator runs them against a running service.</summary>
public sealed class BackfillLanesTests(BrokerFixture broker, PostgresFixture postgres)
{
    private const string Embedded = "memory, sqlite";
    private const string Servers = "rabbitmq, postgres";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, InlineData(Embedded), InlineData(Servers)]
    public async Task History_reaches_the_erp_once_at_the_pace_of_the_erp(string on)
    {
        await using var lanes = await StartAsync(on);
        using var http = Operator(lanes);
        for (var number = 1; number <= 45; number++)
        {
            lanes.Shop.Shown[$"{number}"] = Orders.One($"{number}") with { PlacedAt = new DateTimeOffset(2024, 5, 1, 0, 0, 0, TimeSpan.Zero) };
            lanes.Shop.History.Ids.Add($"{number}");
        }

        Assert.Equal(["orders"], await http.GetFromJsonAsync<string[]>("internal/backfills/lanes/shop-erp", Token) ?? []);
        var run = await PostAsync(http, new { pair = "shop-erp", lane = "orders", since = "2024-01-01T00:00:00Z" });
        var joined = await PostAsync(http, new { pair = "shop-erp", lane = "orders" });
        Assert.Equal(run.Id, joined.Id);

        await Eventually.TrueAsync(() => lanes.Erp.Created.Count == 45, "all of history is in the ERP");
        await Eventually.TrueAsync(() => lanes.All<BackfillReported>().Any(told => told.State == "done"), "the console is told of the end");
        Assert.Equal(45, lanes.Erp.Created.Select(order => order.Reference).Distinct().Count());
        Assert.Equal(45, lanes.All<OrderPlaced>().Count);
        var end = await http.GetFromJsonAsync<BackfillReported>($"internal/backfills/{run.Id}", ContractsJson.Options, Token);
        Assert.Equal(("done", 45, 45), (end!.State, end.Listed, end.Sent));
    }

    [Fact]
    public async Task A_lane_that_cannot_a_second_run_of_another_kind_and_a_stranger_are_refused()
    {
        await using var lanes = await StartAsync(Embedded);
        using var http = Operator(lanes);
        using var stranger = new HttpClient { BaseAddress = lanes.Address };
        lanes.Shop.History.Ids.AddRange(Enumerable.Range(1, 500).Select(number => $"{number}"));

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(http, new { pair = "shop-erp", lane = "stock" }));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(http, new { pair = "other", lane = "orders" }));
        var run = await PostAsync(http, new { pair = "shop-erp", lane = "orders" });
        Assert.Equal(HttpStatusCode.Conflict, await StatusAsync(http, new { pair = "shop-erp", lane = "orders", dryRun = true }));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(stranger, new { pair = "shop-erp", lane = "orders" }));

        using var cancelled = await http.PostAsync($"internal/backfills/{run.Id}/cancel", null, Token);
        Assert.Equal("cancelled", (await cancelled.Content.ReadFromJsonAsync<BackfillReported>(ContractsJson.Options, Token))!.State);
    }

    private static async Task<BackfillReported> PostAsync(HttpClient http, object request)
    {
        using var answer = await http.PostAsJsonAsync("internal/backfills", request, Token);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<BackfillReported>(ContractsJson.Options, Token))!;
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient http, object request)
    {
        using var answer = await http.PostAsJsonAsync("internal/backfills", request, Token);
        return answer.StatusCode;
    }

    private static HttpClient Operator(HostedLanes lanes)
    {
        var http = new HttpClient { BaseAddress = lanes.Address };
        http.DefaultRequestHeaders.Add("X-Operator", "Ada");
        return http;
    }

    private Task<HostedLanes> StartAsync(string on) => HostedLanes.StartAsync(on == Servers ? broker : null, on == Servers ? postgres : null, Token);
}
