using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Acumatica;
using Integration.Connectors.TwoWay;
using Integration.Contracts.Operations;
using Integration.Contracts.Records;
using Integration.Contracts.Routing;
using Integration.Platform.Database;
using Integration.Platform.Hosting;
using Integration.Platform.Messaging;
using Integration.Sandbox.Acumatica;
using Integration.Sandbox.Shop;
using Integration.Tests.Servers;
using Integration.XCart;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Integration.Tests.Compliance.Connectors.Products;

/// <summary>The products lane in one process between both stand-ins, and the hands of the people on both sides.</summary>
internal sealed class ProductBench : IAsyncDisposable
{
    private const string Pair = "xcart-acumatica";
    private const string HintSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private readonly string _folder;
    private readonly ConcurrentQueue<object> _told = new();
    private readonly ShopStandIn _shop;
    private readonly ErpStandIn _erp;
    private readonly HttpClient _staff;
    private readonly HttpClient _clerk;
    private TestDatabase? _database;
    private WebApplication _app = null!;

    private ProductBench(string folder, ShopStandIn shop, ErpStandIn erp)
    {
        (_folder, _shop, _erp) = (folder, shop, erp);
        _staff = new HttpClient { BaseAddress = shop.BaseUrl };
        _clerk = new HttpClient { BaseAddress = erp.BaseUrl };
    }

    public IReadOnlyList<T> Told<T>() => [.. _told.OfType<T>()];

    /// <summary>Writes that reached the shop, and the ERP, inquiries left out.</summary>
    public int ShopWrites => _shop.Calls.Calls().Count(call => call.Method != "GET");

    /// <inheritdoc cref="ShopWrites"/>
    public int ErpWrites => _erp.Calls.Calls().Count(call => call.Method == "PUT" && !call.Target.Contains("Inquiry", StringComparison.Ordinal));

    public static async Task<ProductBench> StartAsync(ShopApi api, JsonObject lane, string mode = "live", PostgresFixture? postgres = null, bool stock = false)
    {
        var database = postgres is null ? null : await postgres.FreshDatabaseAsync(CancellationToken.None);
        var folder = TestSettings.NewFolder("products");
        var shop = await ShopStandIn.StartAsync(new ShopOptions { DataFile = Path.Combine(folder, "shop.db"), Api = api, AddOn = true, WriteKey = "rw-key-0001" });
        var erp = await ErpStandIn.StartAsync(new ErpOptions { DataFile = Path.Combine(folder, "erp.db") });
        var bench = new ProductBench(folder, shop, erp) { _database = database };
        try
        {
            await bench.RunAsync(new JsonObject { ["products"] = lane.DeepClone(), ["stock"] = stock }, mode, database);
            return bench;
        }
        catch
        {
            await bench.DisposeAsync();
            throw;
        }
    }

    /// <summary>Staff of the shop change or make a product.</summary>
    public Task StaffAsync(string sku, object edit) => PostAsync(_staff, $"_sandbox/products/{Uri.EscapeDataString(sku)}", edit);

    /// <summary>Somebody changes or makes an item in the ERP.</summary>
    public Task ClerkAsync(object edit) => PostAsync(_clerk, "_sandbox/item", edit);

    /// <summary>Goods come into the ERP's warehouse.</summary>
    public Task ReceiveAsync(string id, decimal quantity) => PostAsync(_clerk, "_sandbox/stock/receive", new { lines = new[] { new { inventoryId = id, qty = quantity } } });

    /// <summary>Waits until the stock lane told that the shop lacks the SKU.</summary>
    public Task ToldMissingAsync(string sku) =>
        Eventually.TrueAsync(() => Told<AttentionRaised>().Any(raised => raised.Class == AttentionClasses.UnknownSku && raised.Number == sku), $"{sku} is told as missing");

    /// <summary>Waits until the shop shows a product so.</summary>
    public Task<JsonObject> ShownAsync(string sku, Func<JsonObject, bool> isSo) => UntilAsync(() => InShopAsync(sku), isSo, $"the shop shows {sku}");

    /// <summary>Waits until the ERP keeps an item so.</summary>
    public Task<JsonObject> KeptAsync(string id, Func<JsonObject, bool> isSo) => UntilAsync(() => InErpAsync(id), isSo, $"the ERP keeps {id}");

    /// <summary>A product's prices for groups and quantities, for people.</summary>
    public static string[] Breaks(JsonObject product) => [.. product["prices"]!.AsArray().Select(row => $"{row!["membership"]} {row["from"]} {row["price"]}").Order(StringComparer.Ordinal)];

    /// <summary>A person decides a conflict in the console.</summary>
    public Task DecideAsync(AttentionRaised raised, string keep) => _app.Services.GetRequiredService<IDatabase>().TransactAsync((unit, ct) => _app.Services.GetRequiredService<IOutbox>()
        .EnqueueAsync(unit, raised.DecisionQueue!, new DecideConflict(raised.Pair, raised.Entity, raised.RecordId, keep, "Marta"), ct), CancellationToken.None);

    /// <summary>The shop's product, or null.</summary>
    public async Task<JsonObject?> InShopAsync(string sku) =>
        (await _staff.GetFromJsonAsync<JsonObject>("_sandbox/state"))!["products"]!.AsArray().OfType<JsonObject>().SingleOrDefault(product => (string?)product["sku"] == sku);

    /// <summary>The ERP's items.</summary>
    public async Task<IReadOnlyList<JsonObject>> ItemsAsync() => [.. (await _clerk.GetFromJsonAsync<JsonObject>("_sandbox/items"))!["items"]!.AsArray().OfType<JsonObject>()];

    /// <summary>The ERP's item, or null.</summary>
    public async Task<JsonObject?> InErpAsync(string id) => (await ItemsAsync()).SingleOrDefault(item => (string?)item["inventoryID"] == id);

    /// <summary>Waits until what the shop shows of a product's field was heard and compared.</summary>
    public Task HeardAsync(string sku, string field, string value) => Eventually.TrueAsync(
        async () => (await KnownAsync(sku))?.Storefront.GetValueOrDefault(field) == value, $"{field} of {sku} is heard as {value}");

    /// <summary>Waits until both sides have been quiet for some sweeps, and gives how often each was written to.</summary>
    public async Task<(int Shop, int Erp)> QuietAsync()
    {
        var quiet = 0;
        var last = (ShopWrites, ErpWrites);
        while (quiet < 3)
        {
            await SweptAsync();
            quiet = last == (ShopWrites, ErpWrites) && await IdleAsync() ? quiet + 1 : 0;
            last = (ShopWrites, ErpWrites);
        }

        return last;
    }

    public async ValueTask DisposeAsync()
    {
        _staff.Dispose();
        _clerk.Dispose();
        if (_app is not null) await _app.DisposeAsync();
        await _shop.DisposeAsync();
        await _erp.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private Task<TwoWayRecord?> KnownAsync(string sku) => _app.Services.GetRequiredService<IDatabase>().ReadAsync(
        (unit, ct) => _app.Services.GetRequiredService<TwoWayStore>().OfErpAsync(unit, Pair, Entities.Product, sku, ct), CancellationToken.None);

    private static async Task<JsonObject> UntilAsync(Func<Task<JsonObject?>> read, Func<JsonObject, bool> isSo, string what) =>
        (await Eventually.FindAsync(_ => read(), last => last is not null && isSo(last), TimeSpan.FromSeconds(30), last => $"{what}; it is {last?.ToJsonString()}", TestContext.Current.CancellationToken, everyMs: 20))!;

    private async Task SweptAsync()
    {
        int Sweeps() => _erp.Calls.Calls().Count(call => call.Target.Contains("TemplateItems", StringComparison.Ordinal));
        var before = Sweeps();
        await Eventually.TrueAsync(() => Sweeps() > before, "the ERP is swept");
    }

    private Task<bool> IdleAsync() => _app.Services.GetRequiredService<IDatabase>().ReadAsync(
        async (unit, ct) => await unit.FirstOrDefaultAsync<long>("SELECT count(*) FROM look WHERE dirty > 0", null, ct) == 0
            && await unit.FirstOrDefaultAsync<long>("SELECT count(*) FROM outbox", null, ct) == 0,
        CancellationToken.None);

    private async Task RunAsync(JsonObject lanes, string mode, TestDatabase? database)
    {
        var pairs = Directory.CreateDirectory(Path.Combine(_folder, "pairs")).FullName;
        await File.WriteAllTextAsync(Path.Combine(pairs, $"{Pair}.json"), new JsonObject
        {
            ["pair"] = Pair, ["mode"] = mode, ["from"] = "2020-01-01T00:00:00Z", ["timeZone"] = "America/New_York", ["storefrontCode"] = "XC1",
            ["storefront"] = new JsonObject
            {
                ["connection"] = "shop", ["kind"] = "xcart", ["url"] = _shop.BaseUrl.ToString(), ["deadline"] = "PT10S",
                ["settings"] = new JsonObject { ["productPageSeconds"] = 1, ["weightUnit"] = "kg" }, ["secrets"] = new JsonObject { ["key"] = "shop-key", ["hints"] = "hints" },
            },
            ["erp"] = new JsonObject
            {
                ["connection"] = "erp", ["kind"] = "acumatica", ["url"] = _erp.BaseUrl.ToString(), ["deadline"] = "PT10S",
                ["settings"] = new JsonObject
                {
                    ["tenant"] = "Company", ["clientId"] = _erp.ClientId, ["username"] = "integration", ["uniqueReference"] = true, ["seats"] = 2, ["pricesEvery"] = "00:00:00",
                    ["longestLateCommit"] = "00:00:02", ["stock"] = new JsonObject { ["inquiry"] = "IC-Stock", ["warehouses"] = new JsonArray("MAIN") },
                },
                ["secrets"] = new JsonObject { ["clientSecret"] = "client-secret", ["password"] = "password" },
            },
            ["lookups"] = new JsonObject
            {
                ["categories"] = new JsonObject { ["1"] = "2", ["2"] = "2", ["3"] = "3", ["4"] = "2" },
                ["tax-classes"] = new JsonObject { ["TAXABLE"] = "default", ["EXEMPT"] = "exempt" },
                ["price-classes"] = new JsonObject { ["WHOLESALE"] = "Wholesale", ["VIP"] = "VIP" },
            },
            ["lanes"] = lanes,
            ["sweeps"] = new JsonObject { ["every"] = "PT0.2S", ["overlap"] = "PT1M" },
        }.ToJsonString());
        var settings = new Dictionary<string, string>
        {
            ["Platform:DataFolder"] = Path.Combine(_folder, "data"), ["Pairs:Folder"] = pairs, ["Messaging:RelayPoll"] = "00:00:00.050",
            ["Secrets:Values:shop-key"] = "rw-key-0001", ["Secrets:Values:hints"] = HintSecret,
            ["Secrets:Values:client-secret"] = "sandbox-client-secret", ["Secrets:Values:password"] = "sandbox-password",
        };
        if (database is not null)
            (settings["Database:Provider"], settings["Database:ConnectionString"], settings["Database:Schema"]) = ("postgres", database.ConnectionString, "service");
        var builder = ServiceHost.CreateBuilder([.. settings.Select(setting => $"--{setting.Key}={setting.Value}")], "test");
        builder.Logging.ClearProviders();
        builder.Services.AddXCartGateway(builder.Configuration);
        builder.Services.AddAcumaticaAdapter(builder.Configuration);
        _app = ServiceHost.Build(builder);
        await _app.StartAsync();
        await PostAsync(_staff, "_sandbox/hints", new { url = new Uri(new Uri(_app.Urls.First()), $"hints/{Pair}"), secret = HintSecret });
        await _app.Services.GetRequiredService<IQueueHost>().ConnectAsync(new QueueDefinition { Name = Queues.Console }, (endpoint, _) =>
        {
            Keep<ActivityRecorded>(endpoint);
            Keep<AttentionRaised>(endpoint);
            Keep<AttentionCleared>(endpoint);
            Keep<ConnectionReported>(endpoint);
            Keep<LaneReported>(endpoint);
            Keep<PairCorrected>(endpoint);
        }, CancellationToken.None);
    }

    private void Keep<T>(IReceiveEndpointConfigurator endpoint) where T : class => endpoint.Handler<T>(context =>
        _app.Services.GetRequiredService<IDatabase>().TransactAsync(async (unit, ct) =>
        {
            if (await _app.Services.GetRequiredService<IInbox>().TakeAsync(unit, Receipt.From(context), ct)) unit.AfterCommit(() => _told.Enqueue(context.Message));
        }, context.CancellationToken));

    // With its length: the stand-in takes a body of unknown length for none.
    private static async Task PostAsync(HttpClient hands, string path, object body)
    {
        using var content = new StringContent(JsonSerializer.Serialize(body), new MediaTypeHeaderValue("application/json"));
        using var answer = await hands.PostAsync(path, content);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{path}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }
}
