using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integration.Connectors.Pairs;
using Integration.Run.Commands;
using Integration.Run.Demo;
using Integration.Run.Pairs;
using Integration.Run.Stack;
using Xunit;

namespace Integration.Tests.EndToEnd.Corrections;

/// <summary>A merchant spoils a lookup, sees it, tries the mending dry, takes it back, and everything that waited goes on by itself.</summary>
public sealed class CorrectedLookupTests
{
    private const int Orders = 8;
    private const string Lookup = "lookups.ship-vias";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact(Timeout = 300_000)]
    public async Task What_waits_for_a_lookup_goes_on_by_itself_when_it_is_rolled_back()
    {
        using var data = new TemporaryFolder();
        var options = new StackOptions { DataRoot = data.Path };
        using var http = new HttpClient();
        string number, shipped;
        await using (var stack = await Stacks.StartAsync(options, new Dictionary<string, string>(), TestContext.Current.SendDiagnosticMessage, Ct))
        {
            var console = new DemoConsole(http, stack.State.Console, SandboxPairFile.Pair);
            var shop = new DemoShop(new DemoSandbox(http, stack.State.Shop), SandboxPairFile.StorefrontCode);
            Assert.Equal(0, await RunAsync(data, "document", "publish", "--document", Lookup, "--by", "Ada", Written(data, "empty.json", """{ "Drone": "NOWHERE" }""")));
            var (exit, findings) = await DoctorAsync(data, options);
            Assert.Equal(1, exit);
            Assert.Contains("lookup ship-vias, code 'Drone': there is no ShipVia NOWHERE in the ERP.", findings, StringComparison.Ordinal);
            for (var order = 0; order < Orders; order++) await shop.PlaceAsync(DemoCheckouts.For("r1", order, DemoKind.Good), Ct);

            // The spoilt lookup was a change too: it had the first orders sent again.
            await UntilAsync(async () => (await RetriesAsync(http, stack)).All(retry => (string?)retry!["state"] == "done")
                && (await GroupsAsync(http, stack)).Sum(group => (int)group!["open"]!) == Orders, "all orders wait for a row");
            Assert.All(await GroupsAsync(http, stack), group => Assert.Equal(("unmapped-code", "ship-vias"), ((string?)group!["filter"]!["class"], (string?)group["filter"]!["table"])));
            number = (string)(await http.GetFromJsonAsync<JsonArray>(new Uri(stack.State.Console, "api/attention?take=1"), Ct))![0]!["number"]!;
            Assert.Equal(1, await RunAsync(data, "map", "test", "--order", number));

            Assert.Equal(0, await RunAsync(data, "document", "rollback", "--document", Lookup, "--by", "Ada"));

            // Records, entries and the retry are told by messages of their own, in any order.
            await UntilAsync(async () => (await console.InStateAsync("in-erp", Ct)).Count == Orders && (await console.NeedingAttentionAsync(Ct)).Count == 0
                && (string?)(await RetriesAsync(http, stack))[0]!["state"] == "done", "all orders are in the ERP and off the attention list");
            var retry = (await RetriesAsync(http, stack))[0]!;
            Assert.Equal(("done", Orders, "the change of lookup ship-vias"), ((string?)retry["state"], (int)retry["sent"]!, (string?)retry["operator"]));
            Assert.Equal(0, await RunAsync(data, "map", "test", "--order", number));
            Assert.Equal(0, (await DoctorAsync(data, options)).Exit);

            shipped = Written(data, "live.json", await ShippedAsync(data, options));
            Assert.Equal(0, await RunAsync(data, "map", "diff", "--document", shipped));
            Assert.Equal(1, await RunAsync(data, "map", "diff", "--document", Written(data, "worse.json", (await File.ReadAllTextAsync(shipped, Ct)).Replace("\"reference\"", "\"notes\"", StringComparison.Ordinal))));
        }

        // Nothing runs and the shop is away: the sealed snapshots of the data folder serve.
        Assert.Equal(0, await RunAsync(data, "map", "test", "--order", number));
        Assert.Equal(0, await RunAsync(data, "map", "diff", "--document", shipped, "--orders", "3"));

        // What was published outlives a restart, although the sandbox writes its pair file anew.
        await using var again = await Stacks.StartAsync(options, new Dictionary<string, string>(), TestContext.Current.SendDiagnosticMessage, Ct);
        var versions = (await http.GetFromJsonAsync<JsonArray>(new Uri(again.State.Console, $"api/pairs/{SandboxPairFile.Pair}/documents"), Ct))!;
        Assert.Equal([(3, true), (2, false), (1, false)], versions.Select(version => ((int)version!["version"]!, (bool)version["counts"]!)));
    }

    private static async Task<JsonArray> GroupsAsync(HttpClient http, IRunningStack stack) =>
        (await http.GetFromJsonAsync<JsonArray>(new Uri(stack.State.Console, "api/attention/groups"), Ct))!;

    private static async Task<JsonArray> RetriesAsync(HttpClient http, IRunningStack stack) =>
        (await http.GetFromJsonAsync<JsonArray>(new Uri(stack.State.Console, "api/retries"), Ct))!;

    private static string Written(TemporaryFolder data, string name, string text)
    {
        var file = Path.Combine(data.Path, name);
        File.WriteAllText(file, text);
        return file;
    }

    private static Task<int> RunAsync(TemporaryFolder data, params string[] arguments) =>
        RootCommands.Build().Parse([.. arguments, "--pair", SandboxPairFile.Pair, "--data", data.Path]).InvokeAsync(cancellationToken: Ct);

    private static async Task<string> ShippedAsync(TemporaryFolder data, StackOptions options)
    {
        await using var connectors = await PairConnectors.OpenAsync(Path.Combine(data.Path, "secrets"), Ct);
        return connectors.Erp(PairFile.Read(Path.Combine(options.DataFolder, "pairs", $"{SandboxPairFile.Pair}.json"))).SalesOrders.DefaultMapping;
    }

    private static async Task<(int Exit, string Output)> DoctorAsync(TemporaryFolder data, StackOptions options)
    {
        var (before, output) = (System.Console.Out, new StringWriter());
        System.Console.SetOut(output);
        try
        {
            var exit = await RootCommands.Build()
                .Parse(["doctor", "--pair", SandboxPairFile.Pair, "--pairs", Path.Combine(options.DataFolder, "pairs"), "--secrets", Path.Combine(data.Path, "secrets")])
                .InvokeAsync(cancellationToken: Ct);
            return (exit, output.ToString());
        }
        finally
        {
            System.Console.SetOut(before);
        }
    }

    private static Task UntilAsync(Func<Task<bool>> condition, string expectation) => Eventually.TrueAsync(condition, expectation, seconds: 90, everyMs: 200);
}
