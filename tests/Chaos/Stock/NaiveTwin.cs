using System.Text.Json.Nodes;
using Integration.Run.Stack;
using Integration.Sandbox.Shop;
using Integration.Tests.Chaos.Harness;
using Integration.Tests.Servers;

namespace Integration.Tests.Chaos.Stock;

/// <summary>
/// What is usually done: the ERP's figure is put into the shop again and again. Its ERP learns of an order a second after it was placed; whatever is
/// sold meanwhile is put back on sale.
/// </summary>
internal sealed class NaiveTwin : IAsyncDisposable
{
    private const string Sku = "MUG-02";
    private const int Pieces = 10;
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(1);

    private readonly string _folder = TestSettings.NewFolder("naive-twin");
    private readonly HttpClient _http = new();
    private ShopStandIn? _shop;

    /// <summary>Sells for a while, and tells the ledger.</summary>
    public async Task<StockLedger> SellAsync(CancellationToken until, CancellationToken ct)
    {
        _shop = await ShopStandIn.StartAsync(new ShopOptions { DataFile = Path.Combine(_folder, "shop.db"), WriteKey = SandboxCredentials.ShopKey, AddOn = true }, ct);
        var control = new StandIn(_http, _shop.BaseUrl);
        var floor = new StockFloor(control, null, [Sku]);
        await floor.StockAsync(Pieces, ct);
        await WriteAsync(Pieces, ct);
        await Task.WhenAll(floor.BuyAsync("naive", 0, TimeSpan.FromMilliseconds(50), until, ct), SyncAsync(control, until, ct));
        return await floor.LedgerAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        if (_shop is not null) await _shop.DisposeAsync();
        _http.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task SyncAsync(StandIn control, CancellationToken until, CancellationToken ct)
    {
        while (!until.IsCancellationRequested)
        {
            var known = DateTimeOffset.UtcNow - Delay;
            var booked = (await control.StateAsync(ct))["orders"]!.AsArray().Where(order => DateTimeOffset.FromUnixTimeSeconds((long)order!["date"]!) < known)
                .SelectMany(order => order!["lines"]!.AsArray()).Sum(line => (int)line!["quantity"]!);
            await WriteAsync(Math.Max(0, Pieces - booked), ct);
            await Task.Delay(TimeSpan.FromMilliseconds(100), ct);
        }
    }

    private async Task WriteAsync(int level, CancellationToken ct)
    {
        var id = await ProductAsync(ct);
        using var content = new StringContent(
            new JsonObject { ["_key"] = SandboxCredentials.ShopKey, ["model"] = new JsonObject { ["amount"] = level } }.ToJsonString(), new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
        using var answer = await _http.PutAsync(new Uri(_shop!.BaseUrl, $"admin.php?target=RESTAPI&_path=product/{id}"), content, ct);
        answer.EnsureSuccessStatusCode();
    }

    private async Task<string> ProductAsync(CancellationToken ct)
    {
        var products = JsonNode.Parse(await _http.GetStringAsync(
            new Uri(_shop!.BaseUrl, $"admin.php?target=RESTAPI&_path=product&_key={SandboxCredentials.ShopKey}&_cnd%5Bsku%5D={Sku}&_cnd%5Blimit%5D%5B0%5D=0&_cnd%5Blimit%5D%5B1%5D=1"), ct))!;
        return products[0]!["product_id"]!.ToString();
    }
}
