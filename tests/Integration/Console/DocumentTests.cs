using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace Integration.Tests.Integration.Console;

public sealed class DocumentTests : ConsoleTests
{
    protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("Pairs:Folder", PairsFolder)];

    [Fact]
    public async Task The_versions_of_aPairsFolder_documents_are_listed_with_who_when_and_which_counts()
    {
        await File.WriteAllTextAsync(Path.Combine(PairsFolder, "shop-erp.json"), Pair(), Ct);
        var history = Directory.CreateDirectory(Path.Combine(PairsFolder, "history", "shop-erp", "orders.flow")).FullName;
        await File.WriteAllTextAsync(Path.Combine(PairsFolder, "history", "shop-erp", "flow.txt"), "", Ct);
        Directory.CreateDirectory(Path.Combine(PairsFolder, "documents"));
        await File.WriteAllTextAsync(Path.Combine(PairsFolder, "documents", "flow.json"), "abc", Ct);
        await EntryAsync(history, 1, "00", "published", "ada");
        await EntryAsync(history, 0, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "found", "(by hand)");

        var listed = (await Console.GetAsync("/api/pairs/shop-erp/documents")).EnumerateArray().ToList();

        Assert.Equal([("orders.flow", 1, "published", "ada", false), ("orders.flow", 0, "found", "(by hand)", true)], listed.Select(entry => (
            entry.GetProperty("document").GetString(), entry.GetProperty("version").GetInt32(), entry.GetProperty("action").GetString(), entry.GetProperty("by").GetString(),
            entry.GetProperty("counts").GetBoolean())));
    }

    [Fact]
    public async Task A_pair_that_the_console_does_not_see_is_said_so()
    {
        using var answer = await Console.Http.GetAsync(new Uri("/api/pairs/none/documents", UriKind.Relative), Ct);

        await RefusedAsync(answer, HttpStatusCode.NotFound, "Pairs:Folder");
    }

    private static async Task EntryAsync(string folder, int version, string hash, string action, string by) => await File.WriteAllTextAsync(
        Path.Combine(folder, $"{version:D6}-{hash[..2]}.entry.json"),
        new JsonObject
        {
            ["document"] = "orders.flow", ["version"] = version, ["action"] = action, ["by"] = by, ["at"] = $"2026-11-2{version}T00:00:00Z", ["sha256"] = hash, ["note"] = "",
        }.ToJsonString(),
        Ct);

    private static string Pair() => """
        {
          "pair": "shop-erp", "from": "2026-01-01T00:00:00Z", "timeZone": "Europe/Berlin", "storefrontCode": "XC1",
          "storefront": { "connection": "shop", "kind": "xcart", "url": "https://shop.example/" }, "erp": { "connection": "erp", "kind": "acumatica", "url": "https://erp.example/" },
          "documents": { "orders.flow": "documents/flow.json" }
        }
        """;
}
