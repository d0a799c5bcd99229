using System.Text.Json.Nodes;
using Integration.Run.Stack;
using Integration.Sandbox.Shop;
using Integration.Tests.Chaos.Harness;
using Integration.Tests.Servers;

namespace Integration.Tests.Chaos.Pairs;

/// <summary>Another shop, whose pair shares the first pair's ERP connection. Its order numbers begin as the first shop's do.</summary>
internal sealed class SecondShop : IAsyncDisposable
{
    public const string Pair = "second-shop";
    public const string StorefrontCode = "XC2";

    private readonly string _folder = TestSettings.NewFolder("second-shop");
    private readonly HttpClient _http = new();
    private ShopStandIn? _shop;

    public StandIn Control => new(_http, _shop!.BaseUrl);

    public static async Task<SecondShop> StartAsync(CancellationToken ct)
    {
        var second = new SecondShop();
        second._shop = await ShopStandIn.StartAsync(
            new ShopOptions { DataFile = Path.Combine(second._folder, "shop.db"), WriteKey = SandboxCredentials.ShopKey, FirstOrderNumber = 1001 }, ct);
        return second;
    }

    /// <summary>Writes its pair file beside the first pair's, changed by <paramref name="edit"/>.</summary>
    public async Task WritePairAsync(ChaosStack stack, Action<JsonObject> edit, CancellationToken ct)
    {
        var pair = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(stack.PairsFolder, $"{SandboxPairFile.Pair}.json"), ct))!.AsObject();
        pair["pair"] = Pair;
        pair["storefrontCode"] = StorefrontCode;
        pair["storefront"]!["connection"] = Pair;
        pair["storefront"]!["url"] = _shop!.BaseUrl.ToString();
        edit(pair);
        await File.WriteAllTextAsync(Path.Combine(stack.PairsFolder, $"{Pair}.json"), pair.ToJsonString(), ct);
    }

    public async ValueTask DisposeAsync()
    {
        if (_shop is not null) await _shop.DisposeAsync();
        _http.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
