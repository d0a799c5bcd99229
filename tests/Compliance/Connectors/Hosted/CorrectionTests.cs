using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integration.Connectors.DryRuns;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;
using Integration.Contracts.Orders;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Serialization;
using Integration.Tests.Compliance.Connectors.Support;
using Integration.Tests.Servers;
using Xunit;

namespace Integration.Tests.Compliance.Connectors.Hosted;

/// <summary>What a running service tells about changed lookups and documents, and the orders that it reads for dry runs.</summary>
public sealed class CorrectionTests(PostgresFixture postgres)
{
    private const string Sqlite = "sqlite";
    private const string Postgres = "postgres";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_changed_lookup_and_a_changed_mapping_are_told_once_each_and_the_first_sight_is_not(string on)
    {
        await using var lanes = await StartAsync(on);
        await SeenAsync(lanes, parts: 2);

        lanes.Folder.Write(change: json => json["lookups"] = new JsonObject { ["fulfilment-status"] = new JsonObject { ["shipped"] = "S" }, ["taxes"] = new JsonObject { ["VAT"] = "V" } });
        await Eventually.TrueAsync(() => lanes.All<PairCorrected>().Count == 1, "the lookups are told");
        lanes.Folder.Write(change: json =>
        {
            json["lookups"] = new JsonObject { ["fulfilment-status"] = new JsonObject { ["shipped"] = "S" }, ["taxes"] = new JsonObject { ["VAT"] = "V" } };
            json["documents"] = new JsonObject { ["orders.toErp"] = "documents/map.json" };
            Directory.CreateDirectory(Path.Combine(lanes.Folder.Path, "documents"));
            File.WriteAllText(Path.Combine(lanes.Folder.Path, "documents", "map.json"), "{ }");
        });
        await Eventually.TrueAsync(() => lanes.All<PairCorrected>().Count == 2, "the document is told");

        var (lookups, document) = (lanes.All<PairCorrected>()[0], lanes.All<PairCorrected>()[1]);
        Assert.Equal(["fulfilment-status", "taxes"], lookups.Tables.Order());
        Assert.Empty(lookups.Documents);
        Assert.Equal(("shop-erp", "orders.toErp"), (document.Pair, Assert.Single(document.Documents)));
        Assert.Empty(document.Tables);
    }

    [Fact]
    public async Task A_document_that_became_unreadable_is_told_when_it_is_mended_even_to_what_it_was()
    {
        await using var lanes = await StartAsync(Sqlite);
        var file = Path.Combine(lanes.Folder.Path, "documents", "map.json");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, "{ }", Token);
        lanes.Folder.Write(change: json => json["documents"] = new JsonObject { ["orders.toErp"] = "documents/map.json" });
        await Eventually.TrueAsync(() => lanes.All<PairCorrected>().Count == 1, "the document is told");

        File.Delete(file);
        await HashAsync(lanes, hash => hash.Length == 0);
        Assert.Single(lanes.All<PairCorrected>());
        await File.WriteAllTextAsync(file, "{ }", Token);

        await Eventually.TrueAsync(() => lanes.All<PairCorrected>().Count == 2, "the mended document is told");
    }

    [Fact]
    public async Task An_order_for_a_dry_run_is_read_afresh_by_its_number_and_from_the_snapshot_when_the_shop_is_away()
    {
        await using var lanes = await StartAsync(Sqlite);
        lanes.Shop.Shown["7"] = Orders.One("7");
        lanes.Shop.Pages.Add(new ChangePage([new ChangedRecord("7", Orders.One().ChangedAt)], TimeProvider.System.GetUtcNow(), Last: true));
        await Eventually.TrueAsync(() => lanes.All<OrderPlaced>().Count == 1, "the order was read");

        var fresh = await ReadAsync(lanes, "read", new { pair = "shop-erp", order = "1007" });
        lanes.Shop.Instead.Enqueue(new ReadOutcome<Order>.Failed(new WriteOutcome.Unavailable("No route to the shop.")));
        var kept = await ReadAsync(lanes, "read", new { pair = "shop-erp", order = "1007" });
        var recorded = await ReadAsync(lanes, "recorded", new { pair = "shop-erp" });
        var unknown = await ReadAsync(lanes, "read", new { pair = "shop-erp", order = "999" });

        Assert.Equal(("7", "the shop, just now"), (Assert.Single(fresh.Orders).Order.Key.OrderId, fresh.Orders[0].From));
        Assert.StartsWith("the snapshot of ", Assert.Single(kept.Orders).From, StringComparison.Ordinal);
        Assert.Contains("No route to the shop.", Assert.Single(kept.Notes), StringComparison.Ordinal);
        Assert.Equal("1007", Assert.Single(recorded.Orders).Order.Number);
        Assert.Empty(unknown.Orders);
        Assert.Contains("no order with the id 999", Assert.Single(unknown.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "127.0.0.1", HttpStatusCode.Forbidden)]
    [InlineData("ann", "shop.example.com", HttpStatusCode.Forbidden)]
    [InlineData("ann", "127.0.0.1", HttpStatusCode.NotFound)]
    public async Task Orders_for_dry_runs_are_given_to_named_callers_on_this_machine_only(string? operatorName, string host, HttpStatusCode status)
    {
        await using var lanes = await StartAsync(Sqlite);
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(lanes.Address, "internal/orders/recorded")) { Content = JsonContent.Create(new { pair = "none" }) };
        request.Headers.Host = host;
        if (operatorName is not null) request.Headers.Add("X-Operator", operatorName);

        using var answer = await http.SendAsync(request, Token);

        Assert.Equal(status, answer.StatusCode);
    }

    private static async Task<OrderAnswer> ReadAsync(HostedLanes lanes, string what, object question)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("X-Operator", "ann");
        using var answer = await http.PostAsJsonAsync(new Uri(lanes.Address, $"internal/orders/{what}"), question, Token);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<OrderAnswer>(ContractsJson.Options, Token))!;
    }

    private static async Task SeenAsync(HostedLanes lanes, int parts)
    {
        await Eventually.TrueAsync(() => CountAsync(lanes).GetAwaiter().GetResult() == parts, "the pair was seen");
        Assert.Empty(lanes.All<PairCorrected>());
    }

    private static Task<long> CountAsync(HostedLanes lanes) =>
        lanes.Database.ReadAsync((unit, ct) => unit.FirstOrDefaultAsync<long>("SELECT count(*) FROM pair_part", null, ct), Token);

    private static Task HashAsync(HostedLanes lanes, Func<string, bool> isAsWanted) => Eventually.TrueAsync(
        () => isAsWanted(lanes.Database.ReadAsync((unit, ct) => unit.FirstOrDefaultAsync<string>("SELECT hash FROM pair_part WHERE part = 'orders.toErp'", null, ct), Token).GetAwaiter().GetResult() ?? "none"),
        "the document is seen to be unreadable");

    private Task<HostedLanes> StartAsync(string on) => HostedLanes.StartAsync(null, on == Postgres ? postgres : null, Token);
}
