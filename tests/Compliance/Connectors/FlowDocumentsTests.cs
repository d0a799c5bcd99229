using Integration.Connectors.Flows;
using Integration.Contracts.Operations;
using Integration.Tests.Compliance.Connectors.Support;
using Integration.Tests.Servers;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;

namespace Integration.Tests.Compliance.Connectors;

public sealed class FlowDocumentsTests(PostgresFixture postgres) : OnBothDatabases(postgres)
{
    private const string Pair = "shop-erp";

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_bad_text_leaves_the_last_good_one_in_force_and_is_told_once(string database)
    {
        await using var bench = await OpenAsync(database);
        using var folder = new PairFolder();
        var (flows, follower) = Open(bench, folder);
        Write(folder, Good(7));
        await follower.FollowAsync(Token);

        Write(folder, """{ "id": "f", "version": 8, "lane": "orders", "enabled": "perhaps" }""");
        bench.Clock.Pass(TimeSpan.FromSeconds(2));
        await follower.FollowAsync(Token);
        await follower.FollowAsync(Token);

        var stand = flows.StandOf(Pair);
        Assert.Equal((7, true), (stand.Document.Version, stand.IsUsable));
        var raised = Assert.Single(bench.Sent.Of<AttentionRaised>());
        Assert.Equal(AttentionClasses.DocumentUnusable, raised.Class);
        Assert.Contains("'enabled' must be true or false", raised.Reasons[0].Message, StringComparison.Ordinal);
        Assert.Contains("version 7", raised.Advice, StringComparison.Ordinal);

        Write(folder, Good(9));
        bench.Clock.Pass(TimeSpan.FromSeconds(2));
        await follower.FollowAsync(Token);
        Assert.Equal(9, flows.Of(Pair).Version);
        Assert.Single(bench.Sent.Of<AttentionCleared>());
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_process_that_starts_with_a_bad_text_takes_up_the_last_good_one_that_was_kept(string database)
    {
        await using var bench = await OpenAsync(database);
        using var folder = new PairFolder();
        Write(folder, Good(7));
        await Open(bench, folder).Follower.FollowAsync(Token);
        Write(folder, "{ nothing");

        var (flows, follower) = Open(bench, folder);
        Assert.False(flows.StandOf(Pair).IsUsable);
        await follower.LoadAsync(Token);

        Assert.Equal((7, true), (flows.StandOf(Pair).Document.Version, flows.StandOf(Pair).IsUsable));
        await follower.FollowAsync(Token);
        await follower.FollowAsync(Token);
        Assert.Single(bench.Sent.Of<AttentionRaised>());
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task Without_any_good_text_the_document_is_not_usable_and_the_advice_says_that_orders_are_held(string database)
    {
        await using var bench = await OpenAsync(database);
        using var folder = new PairFolder();
        Write(folder, "[]");
        var (flows, follower) = Open(bench, folder);

        await follower.FollowAsync(Token);

        Assert.False(flows.StandOf(Pair).IsUsable);
        Assert.Contains("held", Assert.Single(bench.Sent.Of<AttentionRaised>()).Advice, StringComparison.Ordinal);
    }

    private static (FlowDocuments Flows, FlowFollower Follower) Open(ConnectorBench bench, PairFolder folder)
    {
        var flows = new FlowDocuments(folder.Catalog, bench.Clock);
        return (flows, new FlowFollower(
            folder.Catalog, flows, bench.Database, bench.Sent, Options.Create(new FlowFollowerOptions { RaisesAttention = true }), bench.Clock, NullLogger<FlowFollower>.Instance));
    }

    private static string Good(int version) => $$"""{ "id": "f", "version": {{version}}, "lane": "orders" }""";

    private static void Write(PairFolder folder, string text)
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, "documents"));
        File.WriteAllText(Path.Combine(folder.Path, "documents", "orders.flow.json"), text);
        folder.Write(change: json => json["documents"] = new System.Text.Json.Nodes.JsonObject { ["orders.flow"] = "documents/orders.flow.json" });
    }
}
