using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Integration.Contracts.Operations;
using Integration.Run.Stack;
using Integration.Tests.Chaos.Harness;
using Integration.Tests.Chaos.Hints;
using Xunit;

namespace Integration.Tests.Chaos.Security;

/// <summary>
/// Bar S8: a day on which much goes wrong, in systems that repeat whatever they were sent in their errors; then everything that we told or kept is searched for the secrets,
/// the people and the card numbers of that day.
/// </summary>
[Trait("Bar", "S8")]
public sealed partial class CanaryTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    // Those of the sandbox ERP are made while it runs.
    [GeneratedRegex("Bearer [0-9A-F]{16,}", RegexOptions.CultureInvariant)]
    private static partial Regex AccessToken();

    [Fact(Timeout = 240_000)]
    public async Task Secrets_people_and_cards_are_told_nowhere()
    {
        var ct = TestContext.Current.CancellationToken;
        using var heard = new Eavesdropper();
        await using var stack = await ChaosStack.EmbeddedAsync(ct, pair => pair["lookups"]!["ship-vias"]!.AsObject().Remove("One day"), addOn: true, full: ChaosScale.IsFull);
        var stored = new StoredTexts(stack.DataFolder);
        await stored.KeepMessagesAsync(ct);
        using var http = new HttpClient();

        await LiveAsync(stack, http, ct);

        var hits = new List<string>();
        var pages = await new ConsolePages(http, stack.State.Console).ReadAsync(SandboxPairFile.Pair, ct);
        var log = (await stack.LogAsync(ct)).Where(line => line.Length > 0).ToList();
        Search(hits, "log", log, Canaries.All);
        Search(hits, "trace", heard.Spans, Canaries.All);
        Search(hits, "metric", heard.Measurements, Canaries.All);
        Search(hits, "message header", await stored.HeadersAsync(ct), Canaries.All);
        foreach (var (path, page) in pages) Search(hits, path, [page], Canaries.All);
        foreach (var text in log.Concat(heard.Spans).Concat(pages.Values).Where(text => AccessToken().IsMatch(text))) hits.Add($"access token: …{AccessToken().Match(text).Value}…");
        var notPeople = Canaries.All.Where(canary => canary.Kind != CanaryKind.Person).ToList();
        Search(hits, "message", await stored.BodiesAsync(ct), notPeople);
        foreach (var (column, texts) in await stored.TablesAsync(ct)) Search(hits, column, texts, notPeople);
        Verdict.Tell($"S8: {Canaries.All.Count} canaries; {log.Count} log lines, {heard.Spans.Count} spans, {heard.Measurements.Count} series, {(await stored.BodiesAsync(ct)).Count} messages, {pages.Count} pages: {hits.Count} hits");
        Assert.True(hits.Count == 0, string.Join('\n', hits.Take(40)));
        // It is these that were searched.
        Assert.Contains(log, line => line.Contains("Cannot process", StringComparison.Ordinal));
        Assert.Contains(heard.Spans, span => span.Contains("integration.target", StringComparison.Ordinal));
        Assert.Contains(heard.Measurements, series => series.Contains(SandboxPairFile.Pair, StringComparison.Ordinal));
        Assert.Contains(await stored.BodiesAsync(ct), body => Canaries.All.Single(canary => canary.Name == "last name").IsIn(body));
        Assert.Contains(AttentionClasses.UnmappedCode, pages["api/attention?take=500"], StringComparison.Ordinal);
    }

    private static async Task LiveAsync(ChaosStack stack, HttpClient http, CancellationToken ct)
    {
        // Careless systems, at every kind of call; some of it is repeated by us, some ends on the attention list.
        await stack.Shop.FaultAsync(ct, Fault.Of("Echo", count: 3), Fault.Of("Malformed", count: 2, skip: 20), Fault.Of("Html500", count: 2, skip: 30));
        await stack.Erp.FaultAsync(
            ct, Refusing(401, "token", 1), Refusing(500, "Customer", 1), Refusing(422, "SalesOrder", 2), Refusing(400, "SalesOrder", 1), Refusing(500, "SalesOrder", 1), Fault.Of("Malformed", count: 1, skip: 10));
        await stack.PlaceManyAsync(Enumerable.Range(0, 6).Select(Canaries.Order), ct);
        await stack.PlaceAsync(Canaries.Order(6).With("shippingMethod", "One day"), ct);
        await stack.PlaceAsync(Canaries.Order(7).With("breakTotalBy", 5.55m), ct);
        await ForgeAsync(stack, http, ct);
        await Eventually.FindAsync(stack.Operations.AttentionAsync, list => list.Count >= 4 && list.Any(entry => entry.Class == AttentionClasses.RejectedByErp), Soon, list => string.Join(", ", list), ct);
        await stack.Shop.BehaveAsync(ct);
        await stack.Erp.BehaveAsync(ct);
        await stack.Operations.ResumeAsync("sandbox-erp", ct);
        await stack.Operations.ResumeAsync("sandbox-shop", ct);
        await Eventually.FindAsync(
            async token =>
            {
                await stack.Operations.RetryAllAsync(SandboxPairFile.Pair, AttentionClasses.RejectedByErp, token);
                await stack.ShipOpenAsync(token);
                return await stack.LedgerAsync(token);
            },
            ledger => ledger.ShownBack.Count >= 6, Soon, ledger => ledger.ToString(), ct);
        await stack.Operations.ReconcileAsync(SandboxPairFile.Pair, Soon, ct);
    }

    private static JsonObject Refusing(int status, string path, int count)
    {
        var rule = Fault.Of("Echo", path: path, count: count);
        rule["status"] = status;
        if (path != "token") rule["method"] = "PUT";
        return rule;
    }

    // What is not let in is not repeated either, wherever the secret stands.
    private static async Task ForgeAsync(ChaosStack stack, HttpClient http, CancellationToken ct)
    {
        // A stranger's own traces are not ours.
        using var stranger = new HttpClient(new SocketsHttpHandler { ActivityHeadersPropagator = null });
        foreach (var target in new[] { $"hints/{SandboxPairFile.Pair}?key={Canaries.WrongSecret}", "push/sandbox-erp", $"push/{Canaries.WrongSecret}", $"api/attention?key={Canaries.WrongSecret}" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(stack.State.Gateway, target))
            {
                Content = new StringContent($$"""{"entity":"order","id":"{{Canaries.FirstCard}}","Inserted":[{"CustomerID":"Quodlibetsky"}]}"""),
                Headers = { { "Integration-Push-Secret", Canaries.WrongSecret }, { "X-Operator", "chaos" }, { "Authorization", $"Bearer {Canaries.WrongSecret}" }, { "webhook-signature", Canaries.WrongSecret } },
            };
            using var answer = await stranger.SendAsync(request, ct);
            Assert.InRange((int)answer.StatusCode, 400, 499);
        }

        // Rightly signed, and with an id that nobody should have chosen.
        Assert.Equal(202, await new SignedHints(http, stack.State.Gateway).SendAsync(SandboxPairFile.Pair, "999999", ct));
    }

    private static void Search(List<string> hits, string where, IEnumerable<string> texts, IReadOnlyList<Canary> canaries)
    {
        foreach (var text in texts)
        {
            foreach (var canary in canaries.Where(canary => canary.IsIn(text)))
            {
                var at = canary.Forms.Select(form => text.IndexOf(form, StringComparison.OrdinalIgnoreCase)).First(found => found >= 0);
                hits.Add($"{canary.Name} in {where}: …{text[Math.Max(0, at - 150)..Math.Min(text.Length, at + 60)]}…");
            }
        }
    }
}
